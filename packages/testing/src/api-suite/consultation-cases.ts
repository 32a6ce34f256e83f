import { consultationSchema } from '@cmto/contract/schemas';
import { expect, expectEqual, expectJson, expectProblem } from './service.ts';
import type { Suite } from './suite.ts';

export function consultationCases({ ask, it }: Suite): void {
  it('serves a consultation with its document and the rules of publication, 304 to whoever holds it', async () => {
    const answer = await ask('/consultations/verifica-osservazioni');
    const consultation = consultationSchema.parse(await expectJson(answer, 200));
    expectEqual(
      consultation.document?.sections.map(({ id }) => id),
      ['1', '2', '2.1'],
      'sections',
    );
    expectEqual(
      consultation.moderation.reasons.map(({ id }) => id),
      ['fuori-tema', 'offese'],
      'reasons',
    );
    const held = { 'If-None-Match': answer.headers.get('etag') ?? '' };
    const again = await ask('/consultations/verifica-osservazioni', { headers: held });
    expectEqual(again.status, 304, 'status to whoever holds it');
  });

  it('serves closed ones with their dates, the version asked for, and nothing of other kinds', async () => {
    const closed = await expectJson(await ask('/consultations/verifica-osservazioni-chiuse'), 200);
    expect(consultationSchema.parse(closed).closesAt !== undefined, 'closesAt');
    await expectJson(await ask('/consultations/verifica-idee?version=1'), 200);
    await expectProblem(await ask('/consultations/verifica-idee?version=2'), 'consultation.not-found');
    await expectProblem(await ask('/consultations/verifica-idee?version=x'), 'request.invalid');
    for (const path of ['/consultations/verifica-aperta', '/consultations/nessuna', '/consultations/%00'])
      await expectProblem(await ask(path), 'consultation.not-found');
    await expectProblem(await ask('/surveys/verifica-idee'), 'survey.not-found');
  });
}

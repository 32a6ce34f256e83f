import { surveySchema } from '@cmto/contract/schemas';
import { expect, expectEqual, expectJson, expectProblem } from './service.ts';
import type { Suite } from './suite.ts';

export function definitionCases({ ask, it }: Suite): void {
  it('serves a definition in the contract’s shape, to be asked for again each time', async () => {
    const answer = await ask('/surveys/verifica-aperta');
    const survey = surveySchema.parse(await expectJson(answer, 200));
    expectEqual(survey.slug, 'verifica-aperta', 'slug');
    expect(/max-age=0/.test(answer.headers.get('cache-control') ?? ''), 'max-age=0');
    expect(/must-revalidate/.test(answer.headers.get('cache-control') ?? ''), 'must-revalidate');
  });

  it('answers 304 to whoever holds the definition', async () => {
    const tag = (await ask('/surveys/verifica-aperta')).headers.get('etag');
    expect(tag !== null, 'there is an ETag');
    const again = await ask('/surveys/verifica-aperta', { headers: { 'If-None-Match': tag } });
    expectEqual(again.status, 304, 'status');
    expectEqual(await again.text(), '', 'body');
    const other = await ask('/surveys/verifica-aperta', { headers: { 'If-None-Match': '"something-else"' } });
    expectEqual(other.status, 200, 'status to another tag');
  });

  it('serves the newest published version, and any other when asked', async () => {
    const version = async (query: string): Promise<number> =>
      surveySchema.parse(await expectJson(await ask(`/surveys/verifica-versioni${query}`), 200)).version;
    expectEqual(await version(''), 3, 'without a query');
    expectEqual(await version('?version=2'), 2, 'an older version');
  });

  it('tells a withdrawn version from one that never was', async () => {
    await expectProblem(await ask('/surveys/verifica-versioni?version=1'), 'survey.version-withdrawn');
    await expectProblem(await ask('/surveys/verifica-versioni?version=99'), 'survey.not-found');
    for (const nonsense of ['0', '-1', '1.5', 'x', '']) {
      await expectProblem(await ask(`/surveys/verifica-versioni?version=${nonsense}`), 'request.invalid');
    }
  });

  it('serves a survey before it opens and after it closes, with its dates', async () => {
    const future = surveySchema.parse(await expectJson(await ask('/surveys/verifica-futura'), 200));
    expectEqual(future.opensAt, '2999-01-01T00:00:00Z', 'opensAt');
    const closed = surveySchema.parse(await expectJson(await ask('/surveys/verifica-chiusa'), 200));
    expect(Date.parse(closed.closesAt ?? '') < Date.now(), 'closesAt is past');
  });

  it('knows no survey that was never published', async () => {
    for (const slug of ['non-esiste', 'NON-ESISTE', 'x'.repeat(150), '__proto__', '%00', "'--"]) {
      await expectProblem(await ask(`/surveys/${encodeURIComponent(slug)}`), 'survey.not-found');
    }
  });
}

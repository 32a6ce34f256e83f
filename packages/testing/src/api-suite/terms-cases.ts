import { receiptSchema } from '@cmto/contract/schemas';
import { aKey, aSubmission } from '../builders/index.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

const day = 86_400_000;
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

export function termsCases({ ask, it }: Suite): void {
  it('refuses answers before the opening', async () => {
    await expectProblem(await post(ask, aSubmission(), { slug: 'verifica-futura' }), 'survey.not-open');
  });

  it('refuses answers after the closing, also those completed in time', async () => {
    const slug = 'verifica-chiusa';
    await expectProblem(await post(ask, aSubmission(), { slug }), 'survey.closed');
    const inTime = aSubmission({ text: 'ciao' }, { completedAt: instant(Date.now() - day) });
    await expectProblem(await post(ask, inTime, { slug }), 'survey.closed');
  });

  it('accepts late what was completed in time where there are days of grace, and says so', async () => {
    const slug = 'verifica-tolleranza';
    const inTime = aSubmission({ text: 'ciao' }, { completedAt: instant(Date.now() - day) });
    const receipt = receiptSchema.parse(await expectJson(await post(ask, inTime, { slug }), 201));
    expectEqual(receipt.flags, ['late'], 'flags');
    expect(receipt.completedAt !== undefined, 'both times are on the receipt');
    await expectProblem(await post(ask, aSubmission(), { slug }), 'survey.closed');
    const after = aSubmission({ text: 'ciao' }, { completedAt: instant(Date.now()) });
    await expectProblem(await post(ask, after, { slug }), 'survey.closed');
  });

  it('takes an answer whose device has a clock wrong by centuries, and says no date that cannot be', async () => {
    const at = (completedAt: string) => aSubmission({ text: 'ciao' }, { completedAt });
    for (const instant of [
      '9999-12-31T23:59:59.999Z',
      '0000-01-01T00:00:00Z',
      '0099-12-31T23:59:00Z',
      '1970-01-01T00:00:00Z',
    ]) {
      const receipt = receiptSchema.parse(await expectJson(await post(ask, at(instant)), 201));
      expectEqual(receipt.completedAt, undefined, 'completedAt in time');
    }
    const slug = 'verifica-tolleranza';
    await expectProblem(await post(ask, at('9999-12-31T23:59:59.999Z'), { slug }), 'survey.closed');
    for (const instant of ['0000-01-01T00:00:00Z', '0099-12-31T23:59:00Z', '1969-07-20T20:17:40.123456789Z']) {
      const receipt = receiptSchema.parse(await expectJson(await post(ask, at(instant), { slug }), 201));
      expectEqual(receipt.flags, ['late'], 'flags');
      expectEqual(receipt.completedAt, '1969-12-31T23:00:00Z', `first day there is, for ${instant}`);
    }
  });

  it('accepts older published versions, and keeps the answer under its version', async () => {
    const slug = 'verifica-versioni';
    const older = aSubmission({ text: 'ciao', number: 1 }, { formVersion: 2 });
    await expectJson(await post(ask, older, { slug }), 201);
    // Version 3 has no such question.
    await expectProblem(await post(ask, { ...older, formVersion: 3 }, { slug }), 'submission.invalid');
  });

  it('refuses withdrawn and unpublished versions', async () => {
    const slug = 'verifica-versioni';
    const to = (formVersion: number) => post(ask, aSubmission({ text: 'ciao' }, { formVersion }), { slug });
    await expectProblem(await to(1), 'survey.version-withdrawn');
    await expectProblem(await to(4), 'survey.version-unknown');
  });

  it('knows no survey that was never published', async () => {
    for (const slug of [
      'non-esiste',
      '%00',
      'verifica-aperta%00',
      'VERIFICA-APERTA',
      '%F0%9F%92%A9',
      'x'.repeat(190),
    ]) {
      await expectProblem(await post(ask, aSubmission(), { slug, key: aKey() }), 'survey.not-found');
      await expectProblem(await ask(`/surveys/${slug}`), 'survey.not-found');
      await expectProblem(await ask(`/surveys/${slug}/results`), 'survey.not-found');
    }
  });
}

import type { Answers } from '@cmto/contract';
import { receiptSchema, receiptStatusSchema } from '@cmto/contract/schemas';
import { aKey, aRating, aSubmission } from '../builders/index.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

export function ratingCases({ ask, it }: Suite): void {
  const rate = (body: object | string, key = aKey()): Promise<Response> =>
    ask('/ratings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('answers a rating with a receipt that tells only the day', async () => {
    const key = aKey();
    const answer = await rate(aRating({ details: 'Non trovo il modulo.' }), key);
    expect(/no-store/.test(answer.headers.get('cache-control') ?? ''), 'no-store');
    const receipt = receiptSchema.parse(await expectJson(answer, 201));
    expectEqual(receipt.id, key, 'id');
    const hour = new Date(receipt.receivedAt).toLocaleTimeString('en-GB', { timeZone: 'Europe/Rome' });
    expectEqual(hour, '00:00:00', 'hour in Rome');
  });

  it('opens the receipt of a rating, without what was answered', async () => {
    const receipt = receiptSchema.parse(await expectJson(await rate(aRating({ details: 'parola-mia' })), 201));
    const body = await expectJson(await ask(`/receipts/${receipt.receiptCode}`), 200);
    const status = receiptStatusSchema.parse(body);
    expectEqual([status.kind, status.slug, status.state], ['rating', 'ratings', 'received'], 'receipt');
    expect(!/parola-mia|contributi/.test(JSON.stringify(body)), 'neither text nor page');
  });

  it('answers the same rating under the same key with the same receipt, and refuses another one', async () => {
    const key = aKey();
    const first = await expectJson(await rate(aRating(), key), 201);
    const again = await rate(aRating(), key);
    expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
    expectEqual(await expectJson(again, 200), first, 'receipt');
    await expectProblem(await rate(aRating({ stars: 1 }), key), 'idempotency.mismatch');
  });

  it('has its keys in common with surveys', async () => {
    const key = aKey();
    await expectJson(await rate(aRating(), key), 201);
    await expectProblem(await post(ask, aSubmission(), { key }), 'idempotency.mismatch');
    const other = aKey();
    await expectJson(await post(ask, aSubmission(), { key: other }), 201);
    await expectProblem(await rate(aRating(), other), 'idempotency.mismatch');
  });

  it('asks praise what was good, and everything else what was difficult', async () => {
    for (const stars of [1, 2, 3]) {
      await expectJson(await rate(aRating({ stars, difficulty: 'problems' })), 201);
      const { difficulty: _, ...answers } = aRating({ stars, liked: 'clear' }).answers;
      await expectProblem(await rate({ ...aRating(), answers }), 'submission.invalid');
    }
    for (const stars of [4, 5]) {
      const answers = { subject: 'service', stars, liked: 'on-track' };
      await expectJson(await rate({ ...aRating(), answers }), 201);
      await expectProblem(await rate(aRating({ stars })), 'submission.invalid');
    }
  });

  it('refuses stars that there are not, subjects that there are not, and longer texts', async () => {
    const wrong: Answers[] = [{ stars: 0 }, { stars: 6 }, { stars: '3' }, { subject: 'sito' }, { difficulty: 'clear' }];
    for (const answers of wrong) await expectProblem(await rate(aRating(answers)), 'submission.invalid');
    await expectProblem(await rate(aRating({ details: 'x'.repeat(201) })), 'submission.invalid');
    await expectJson(await rate(aRating({ details: 'x'.repeat(200) })), 201);
  });

  it('refuses a rating without the page, and a page with a query', async () => {
    const { page: _, ...nowhere } = aRating();
    await expectProblem(await rate(nowhere), 'request.invalid');
    for (const page of ['https://www.example.it/?utente=mario', 'https://www.example.it/#mario', 'javascript:alert(1)'])
      await expectProblem(await rate(aRating({}, { page })), 'request.invalid');
  });

  it('refuses what ratings do not have', async () => {
    for (const more of [{ attachments: [] }, { target: { item: 'x' } }, { ip: '203.0.113.7' }])
      await expectProblem(await rate({ ...aRating(), ...more }), 'request.invalid');
    await expectProblem(await rate('{"formVersion":1'), 'request.malformed');
    await expectProblem(await rate(aRating(), 'x'), 'idempotency.missing');
    await expectProblem(await rate(aRating({}, { formVersion: 2 })), 'survey.version-unknown');
  });

  it('accepts a missing or failed check, and flags it', async () => {
    const { check: _, ...unchecked } = aRating();
    for (const body of [unchecked, aRating({}, { check: { trap: 'https://spam.example' } })]) {
      const { flags } = receiptSchema.parse(await expectJson(await rate(body), 201));
      expectEqual(flags, ['check'], 'flags');
    }
  });

  it('is no survey that could be asked for', async () => {
    await expectProblem(await ask('/surveys/ratings'), 'survey.not-found');
    await expectProblem(await post(ask, aRating(), { slug: 'ratings' }), 'survey.not-found');
    await expectProblem(await ask('/ratings'), 'request.method-not-allowed');
  });
}

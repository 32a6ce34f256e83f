import { receiptSchema, receiptStatusSchema } from '@cmto/contract/schemas';
import { aKey, aSubmission } from '../builders/index.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

export function idempotencyCases({ ask, it }: Suite): void {
  it('answers 201 with a receipt that carries the key', async () => {
    const key = aKey();
    const answer = await post(ask, aSubmission(), { key });
    expect(/no-store/.test(answer.headers.get('cache-control') ?? ''), 'no-store');
    const receipt = receiptSchema.parse(await expectJson(answer, 201));
    expectEqual(receipt.id, key, 'id');
    expectEqual(answer.headers.get('idempotent-replayed'), null, 'Idempotent-Replayed');
    expect(receipt.url.endsWith(`/r/${receipt.receiptCode}`), 'url ends in the code');
  });

  it('answers the same content under the same key with the same receipt, each time', async () => {
    const key = aKey();
    const first = await expectJson(await post(ask, aSubmission(), { key }), 201);
    for (let round = 0; round < 3; round += 1) {
      const again = await post(ask, aSubmission(), { key });
      expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
      expectEqual(await expectJson(again, 200), first, 'receipt');
    }
  });

  it('takes content for the same that only differs in how it is written', async () => {
    const key = aKey();
    await expectJson(await post(ask, aSubmission({ text: 'perché\nno' }), { key }), 201);
    const written = aSubmission(
      { text: '  perche\u0301\r\nno ' },
      { language: 'en', completedAt: '2026-01-01T00:00:00Z' },
    );
    await expectJson(await post(ask, written, { key }), 200);
  });

  it('refuses other content under the same key, and keeps what was there', async () => {
    const key = aKey();
    const first = await expectJson(await post(ask, aSubmission({ text: 'uno' }), { key }), 201);
    await expectProblem(await post(ask, aSubmission({ text: 'due' }), { key }), 'idempotency.mismatch');
    expectEqual(await expectJson(await post(ask, aSubmission({ text: 'uno' }), { key }), 200), first, 'receipt');
  });

  it('refuses a key that another survey has seen, whatever the content', async () => {
    const key = aKey();
    await expectJson(await post(ask, aSubmission(), { key }), 201);
    await expectProblem(await post(ask, aSubmission(), { key, slug: 'verifica-altra' }), 'idempotency.mismatch');
  });

  it('stores one submission when the same request arrives many times at once', async () => {
    const key = aKey();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(ask, aSubmission(), { key })));
    const created = answers.filter(({ status }) => status === 201).length;
    expectEqual(created, 1, '201 answers');
    const receipts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expectEqual(receipts.size, 1, 'different receipts');
  });

  it('takes one of two different contents that arrive under one key at once, and says so to the other', async () => {
    for (const other of [
      { slug: 'verifica-aperta', text: 'due' },
      { slug: 'verifica-altra', text: 'uno' },
    ]) {
      const key = aKey();
      const sent = [{ slug: 'verifica-aperta', text: 'uno' }, other];
      const send = ({ slug, text }: { slug: string; text: string }) => post(ask, aSubmission({ text }), { key, slug });
      const answers = await Promise.all(sent.map(send));
      const [kept, refused] = answers[0]!.status === 201 ? answers : answers.toReversed();
      const receipt = await expectJson(kept!, 201);
      await expectProblem(refused!, 'idempotency.mismatch');
      expectEqual(await expectJson(await send(sent[answers.indexOf(kept!)]!), 200), receipt, 'receipt');
    }
  });

  it('does not remember what it refused', async () => {
    const key = aKey();
    await expectProblem(await post(ask, aSubmission({}), { key }), 'submission.invalid');
    await expectProblem(await post(ask, '{"formVersion":1', { key }), 'request.malformed');
    await expectProblem(await post(ask, { ...aSubmission(), extra: 1 }, { key }), 'request.invalid');
    await expectProblem(await post(ask, aSubmission(), { key, slug: 'verifica-futura' }), 'survey.not-open');
    await expectJson(await post(ask, aSubmission({ text: 'ora sì' }), { key }), 201);
  });

  it('does not let what it refuses disturb what it has', async () => {
    const key = aKey();
    const first = await expectJson(await post(ask, aSubmission(), { key }), 201);
    await expectProblem(await post(ask, aSubmission({}), { key }), 'idempotency.mismatch');
    await expectProblem(await post(ask, '{"formVersion":1', { key }), 'request.malformed');
    await expectProblem(await post(ask, aSubmission(), { key, slug: 'verifica-futura' }), 'idempotency.mismatch');
    expectEqual(await expectJson(await post(ask, aSubmission(), { key }), 200), first, 'receipt');
  });

  it('refuses a key that is missing or no version 4 UUID in lower case', async () => {
    const keys = ['', 'x', '123', '00000000-0000-1000-8000-000000000000', aKey().slice(1), `${aKey()}0`];
    keys.push(aKey().toUpperCase(), `${aKey()}, ${aKey()}`, `"${aKey()}"`);
    for (const key of keys) await expectProblem(await post(ask, aSubmission(), { key }), 'idempotency.missing');
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(aSubmission());
    const answer = await ask('/surveys/verifica-aperta/responses', { method: 'POST', headers, body });
    await expectProblem(answer, 'idempotency.missing');
  });

  it('opens a receipt to whoever has its code, and to nobody else', async () => {
    const receipt = receiptSchema.parse(await expectJson(await post(ask, aSubmission()), 201));
    const answer = await ask(`/receipts/${receipt.receiptCode}`);
    expect(/no-store/.test(answer.headers.get('cache-control') ?? ''), 'no-store');
    const status = receiptStatusSchema.parse(await expectJson(answer, 200));
    expectEqual([status.id, status.slug, status.state], [receipt.id, 'verifica-aperta', 'received'], 'receipt');
    for (const code of ['0'.repeat(26), 'x', receipt.receiptCode.slice(1), receipt.id]) {
      await expectProblem(await ask(`/receipts/${code}`), 'receipt.not-found');
    }
  });

  it('tells of an anonymous answer only the day', async () => {
    const { receivedAt } = receiptSchema.parse(await expectJson(await post(ask, aSubmission()), 201));
    const hour = new Date(receivedAt).toLocaleTimeString('en-GB', { timeZone: 'Europe/Rome' });
    expectEqual(hour, '00:00:00', 'hour in Rome');
  });

  it('accepts a missing or failed check, and flags it', async () => {
    const { check: _, ...unchecked } = aSubmission();
    for (const body of [unchecked, aSubmission({ text: 'ciao' }, { check: { trap: 'https://spam.example' } })]) {
      const { flags } = receiptSchema.parse(await expectJson(await post(ask, body), 201));
      expectEqual(flags, ['check'], 'flags');
    }
    const { flags } = receiptSchema.parse(await expectJson(await post(ask, aSubmission()), 201));
    expectEqual(flags, undefined, 'flags of a good one');
  });
}

import { requestMessageSchema } from '@cmto/contract/schemas';
import { aFile, aKey, anAttachment, aRequest, aSubmission } from '../builders/index.ts';
import { fileSender } from './file-sender.ts';
import { requestSender } from './request-sender.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

/** What an answer tells whoever guesses: all but the time it was given at. */
const toldBy = async (answer: Response): Promise<string> => {
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-ratelimit-remaining'].includes(name));
  return JSON.stringify([answer.status, headers.sort(), await answer.text()]);
};

const otherLetter = (code: string, at: number): string =>
  `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;

export function messageCases({ ask, it }: Suite): void {
  const { send, sent, write, status } = requestSender(ask);

  it('takes a message once, and shows it on the receipt', async () => {
    const { receiptCode } = await sent();
    const key = aKey();
    const addition = { kind: 'addition', text: 'Aggiungo una pagina.' };
    const answer = await write(receiptCode, addition, key);
    expect(/no-store/.test(answer.headers.get('cache-control') ?? ''), 'no-store');
    const first = await expectJson(answer, 201);
    const message = requestMessageSchema.parse(first);
    expectEqual([message.id, message.from, message.text], [key, 'applicant', addition.text], 'message');
    const again = await write(receiptCode, addition, key);
    expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
    expectEqual(await expectJson(again, 200), first, 'message again');
    const told = await status(receiptCode);
    expectEqual(told.messages, [message], 'messages');
    expectEqual(told.timeline.at(-1)!.event, 'added', 'last event');
  });

  it('refuses a key that has another message, another receipt, a request or an answer', async () => {
    const [first, other] = [await sent(), await sent()];
    const key = aKey();
    const addition = { kind: 'addition', text: 'uno' };
    await expectJson(await write(first.receiptCode, addition, key), 201);
    for (const [code, message, used] of [
      [first.receiptCode, { kind: 'addition', text: 'due' }, key],
      [first.receiptCode, { kind: 'withdrawal' }, key],
      [other.receiptCode, addition, key],
      [first.receiptCode, addition, first.id],
      [first.receiptCode, addition, other.id],
    ] as const) {
      await expectProblem(await write(code, message, used), 'idempotency.mismatch');
    }
    await expectProblem(await send(aRequest(), { key }), 'idempotency.mismatch');
    await expectProblem(await post(ask, aSubmission(), { key }), 'idempotency.mismatch');
    const answered = aKey();
    await expectJson(await post(ask, aSubmission(), { key: answered }), 201);
    await expectProblem(await write(first.receiptCode, addition, answered), 'idempotency.mismatch');
    expectEqual((await status(first.receiptCode)).messages.length, 1, 'messages');
    expectEqual((await status(other.receiptCode)).messages.length, 0, 'messages of the other');
  });

  it('takes the files that a message names, once they have arrived', async () => {
    const { put } = fileSender(ask);
    const { receiptCode } = await sent();
    const [key, file] = [aKey(), aFile()];
    const { field: _, ...attachment } = await anAttachment('', file);
    const message = { kind: 'addition', attachments: [attachment] };
    await expectProblem(await write(receiptCode, message, key), 'attachment.missing');
    await expectJson(await put(file, attachment.sha256, key), 201);
    const renamed = { kind: 'addition', attachments: [{ ...attachment, name: 'atto.exe' }] };
    await expectProblem(await write(receiptCode, renamed, key), 'submission.invalid');
    await expectJson(await write(receiptCode, message, key), 201);
    expectEqual((await status(receiptCode)).messages[0]!.attachments, [attachment], 'attachments');
  });

  it('withdraws a request, after which it takes nothing but a wish to be erased', async () => {
    const { receiptCode } = await sent();
    await expectJson(await write(receiptCode, { kind: 'withdrawal', text: 'Ci ho ripensato.' }), 201);
    expectEqual((await status(receiptCode)).state, 'withdrawn', 'state');
    for (const message of [
      { kind: 'addition', text: 'x' },
      { kind: 'withdrawal' },
      { kind: 'confirm', code: '000000' },
      { kind: 'resend-code' },
    ])
      await expectProblem(await write(receiptCode, message), 'message.not-possible');
    await expectJson(await write(receiptCode, { kind: 'erasure' }), 201);
    expectEqual((await status(receiptCode)).state, 'withdrawn', 'state after');
  });

  it('refuses shapes that mean nothing, and what only the office says', async () => {
    const { receiptCode } = await sent();
    for (const [message, pointer] of [
      [{ kind: 'closed', text: 'Accolta' }, '/kind'],
      [{ kind: 'asked', text: 'x' }, '/kind'],
      [{ kind: 'addition' }, '/text'],
      [{ kind: 'addition', text: '' }, '/text'],
      [{ kind: 'addition', text: 'x'.repeat(10_001) }, '/text'],
      [{ kind: 'confirm' }, '/code'],
      [{ kind: 'confirm', code: '12345' }, '/code'],
      [{ kind: 'withdrawal', code: '123456' }, '/code'],
      [{ kind: 'addition', text: 'x', from: 'office' }, '/from'],
      [{ kind: 'addition', text: 'x', register: {} }, '/register'],
      [{ kind: 'addition', text: 'x', at: '2020-01-01T00:00:00Z' }, '/at'],
    ] as const) {
      const { errors } = await expectProblem(await write(receiptCode, message), 'request.invalid');
      expect(errors?.some((error) => error.pointer === pointer) ?? false, `${pointer}: ${JSON.stringify(errors)}`);
    }
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const body = `{"kind":"addition","text":"x","language":"it","${name}":{"state":"closed"}}`;
      await expectProblem(await write(receiptCode, body), 'request.invalid');
    }
    await expectProblem(await write(receiptCode, '{'), 'request.malformed');
    const { messages, state } = await status(receiptCode);
    expectEqual([messages.length, state], [0, 'registered'], 'messages and state');
  });

  it('takes nothing for the receipt of an answer', async () => {
    const { receiptCode } = (await expectJson(await post(ask, aSubmission()), 201)) as { receiptCode: string };
    await expectProblem(await write(receiptCode, { kind: 'addition', text: 'x' }), 'message.not-possible');
  });

  it('tells nobody who guesses how near they are', async () => {
    const { receiptCode, id } = await sent();
    const guesses = [
      '0'.repeat(26),
      otherLetter(receiptCode, 0),
      otherLetter(receiptCode, 25),
      receiptCode.slice(1),
      `${receiptCode}0`,
      id,
      '0000001',
      '2026-0000001',
      'x',
      '%00',
      '..',
    ];
    const seen = new Set<string>();
    const sentTo = new Set<string>();
    for (const guess of guesses.slice(0, 10)) {
      seen.add(await toldBy(await ask(`/receipts/${guess}`)));
      sentTo.add(await toldBy(await write(guess, { kind: 'withdrawal' })));
    }
    expectEqual(seen.size, 1, 'different answers to wrong codes');
    expectEqual(sentTo.size, 1, 'different answers to messages');
    await expectProblem(await ask(`/receipts/${guesses[0]}`), 'receipt.not-found');
    await expectProblem(await write(guesses[0]!, { kind: 'withdrawal' }), 'receipt.not-found');
    await status(receiptCode.toLowerCase().replace(/(.{4})/g, '$1-'));
    expectEqual((await status(receiptCode)).state, 'registered', 'state');
  });

  it('lets a code be tried five times, also at once, and no other way', async () => {
    const { receiptCode } = await sent('verifica-indirizzo');
    await expectProblem(await write(receiptCode, { kind: 'addition', text: 'x' }), 'message.not-possible');
    const tries = await Promise.all(
      Array.from({ length: 9 }, (_, at) => write(receiptCode, { kind: 'confirm', code: `99999${at}` })),
    );
    const codes = await Promise.all(tries.map(async (answer) => ((await answer.json()) as { code: string }).code));
    expectEqual(codes.filter((code) => code === 'message.code-wrong').length, 5, 'tries');
    expectEqual(codes.filter((code) => code === 'message.code-expired').length, 4, 'refused without a look');
    const soon = await write(receiptCode, { kind: 'resend-code' });
    expect(Number(soon.headers.get('retry-after')) > 0, 'Retry-After');
    await expectProblem(soon, 'request.rate-limited');
    await expectJson(await write(receiptCode, { kind: 'withdrawal' }), 201);
    expectEqual((await status(receiptCode)).register, undefined, 'register');
  });
}

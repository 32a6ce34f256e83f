import type { ProblemCode } from '@cmto/contract';
import { receiptSchema, serviceSchema } from '@cmto/contract/schemas';
import { aFile, aKey, anAttachment, aRequest, aSubmission } from '../builders/index.ts';
import { fileSender } from './file-sender.ts';
import { requestSender } from './request-sender.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

export function requestCases({ ask, it }: Suite, hasSignIn: boolean): void {
  const { send, sent, status } = requestSender(ask);
  const refuse = async (body: object | string, code: ProblemCode, pointer?: string, slug?: string): Promise<void> => {
    const problem = await expectProblem(await send(body, slug === undefined ? {} : { slug }), code);
    const pointers = problem.errors?.map((error) => error.pointer);
    if (pointer !== undefined) expect(pointers?.includes(pointer) ?? false, `${pointer} expected among ${pointers}`);
  };

  it('serves a service with its procedure, 304 to whoever holds it, and nothing of surveys', async () => {
    const answer = await ask('/services/verifica-richieste');
    const service = serviceSchema.parse(await expectJson(answer, 200));
    expectEqual([service.slug, service.procedure.days], ['verifica-richieste', 30], 'definition');
    const held = { 'If-None-Match': answer.headers.get('etag') ?? '' };
    expectEqual(
      (await ask('/services/verifica-richieste', { headers: held })).status,
      304,
      'status to whoever holds it',
    );
    await expectProblem(await ask('/services/verifica-aperta'), 'service.not-found');
    await expectProblem(await ask('/surveys/verifica-richieste'), 'survey.not-found');
    await expectProblem(await send(aRequest(), { slug: 'verifica-aperta' }), 'service.not-found');
  });

  it('registers a request at once, and tells its number on every receipt', async () => {
    const key = aKey();
    const first = await send(aRequest(), { key });
    expect(/no-store/.test(first.headers.get('cache-control') ?? ''), 'no-store');
    const told = await expectJson(first, 201);
    const receipt = receiptSchema.parse(told);
    expectEqual([receipt.id, receipt.register?.status], [key, 'provisional'], 'id and register');
    expect(/^\d{7,}$/.test(receipt.register!.number), 'seven digits');
    for (let round = 0; round < 3; round += 1) {
      const again = await send(aRequest(), { key });
      expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
      expectEqual(await expectJson(again, 200), told, 'receipt');
    }
    const { state, register } = await status(receipt.receiptCode);
    expectEqual([state, register], ['registered', receipt.register], 'state and number');
  });

  it('registers one of many that come at once under one key, and gives each key a number of its own', async () => {
    const key = aKey();
    const same = await Promise.all(Array.from({ length: 8 }, () => send(aRequest(), { key })));
    expectEqual(same.filter((answer) => answer.status === 201).length, 1, '201 answers');
    expectEqual(new Set(await Promise.all(same.map((answer) => answer.text()))).size, 1, 'different receipts');
    const others = await Promise.all(Array.from({ length: 8 }, () => sent()));
    expectEqual(new Set(others.map(({ register }) => register!.number)).size, 8, 'numbers');
  });

  it('refuses a key that has other content, another service or a survey', async () => {
    const key = aKey();
    const { register } = await sent('verifica-richieste', key);
    await expectProblem(await send(aRequest({ tema: 'altro' }), { key }), 'idempotency.mismatch');
    const elsewhere = await send(aRequest(), { key, slug: 'verifica-altre-richieste' });
    await expectProblem(elsewhere, 'idempotency.mismatch');
    await expectProblem(await post(ask, aSubmission(), { key }), 'idempotency.mismatch');
    const again = (await expectJson(await send(aRequest(), { key }), 200)) as typeof register & { register: object };
    expectEqual(again.register, register, 'number');
    const answered = aKey();
    await expectJson(await post(ask, aSubmission(), { key: answered }), 201);
    await expectProblem(await send(aRequest(), { key: answered }), 'idempotency.mismatch');
    await expectProblem(await send(aRequest(), { key: 'uno' }), 'idempotency.missing');
  });

  it('takes files with a request and names them on the receipt', async () => {
    const { put } = fileSender(ask);
    const [key, file] = [aKey(), aFile()];
    const attachment = { ...(await anAttachment('allegati', file)), field: 'allegati' };
    const body = aRequest({ allegati: [attachment.sha256] }, { attachments: [attachment] });
    await expectProblem(await send(body, { key }), 'attachment.missing');
    await expectJson(await put(file, attachment.sha256, key), 201);
    const { receiptCode } = (await expectJson(await send(body, { key }), 201)) as { receiptCode: string };
    expectEqual((await status(receiptCode)).attachments, [attachment], 'attachments');
  });

  it('refuses answers to hidden questions, and asks for required ones that show', async () => {
    const slug = 'verifica-rami';
    await refuse(aRequest({ motivo: 'nascosta' }), 'submission.invalid', '/answers/motivo', slug);
    await refuse(aRequest({ chi: 'municipality' }), 'submission.invalid', '/answers/motivo', slug);
    await refuse(aRequest({ ente: 'nascosto' }), 'submission.invalid', '/answers/ente', slug);
    await expectJson(await send(aRequest({ chi: 'municipality', motivo: 'sì' }), { slug }), 201);
    await refuse(aRequest({ privacy: false }), 'submission.invalid', '/answers/privacy');
    await refuse(aRequest({}, { formVersion: 7 }), 'service.version-unknown', '/formVersion');
    await refuse(aRequest(), 'service.closed', undefined, 'verifica-chiuse');
  });

  it('takes nothing that only the office decides, and no key that reaches a prototype', async () => {
    const office = {
      state: 'closed',
      register: { number: '1' },
      isFormal: true,
      id: aKey(),
      receivedAt: '2020-01-01T00:00:00Z',
      outcome: 'accepted',
      official: {},
      applicant: {},
      department: 'altro',
      deadline: 'mai',
      flags: [],
    };
    for (const [name, value] of Object.entries(office))
      await refuse({ ...aRequest(), [name]: value }, 'request.invalid', `/${name}`);
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const answers = JSON.stringify(aRequest().answers).slice(0, -1);
      const inAnswers = `{"formVersion":1,"language":"it","answers":${answers},"${name}":{"isFormal":true}}}`;
      await refuse(inAnswers, 'submission.invalid', `/answers/${name}`);
      const inBody = `{"formVersion":1,"language":"it","answers":${answers}},"${name}":{"isFormal":true}}`;
      await refuse(inBody, 'request.invalid', `/${name}`);
    }
    const { receiptCode } = await sent();
    expectEqual((await status(receiptCode)).isFormal, false, 'a request afterwards is formal');
  });

  it('wants a proof of who signed in where the service does', async () => {
    await refuse(aRequest(), 'identity.required', undefined, 'verifica-identita');
    if (hasSignIn)
      await refuse({ ...aRequest(), identity: 'x'.repeat(43) }, 'identity.required', undefined, 'verifica-identita');
  });

  it('registers nothing before the address is confirmed', async () => {
    const { receiptCode, register } = await sent('verifica-indirizzo');
    expectEqual(register, undefined, 'register');
    const told = await status(receiptCode);
    expectEqual([told.state, told.register, told.procedure.deadline], ['unconfirmed', undefined, undefined], 'state');
  });
}

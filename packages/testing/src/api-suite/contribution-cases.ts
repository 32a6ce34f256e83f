import type { ProblemCode } from '@cmto/contract';
import { aContribution, aFile, aKey, anAttachment, anIdea, aSubmission, ownWords } from '../builders/index.ts';
import { contributionSender } from './contribution-sender.ts';
import { fileSender } from './file-sender.ts';
import { expect, expectEqual, expectJson, expectProblem, post } from './service.ts';
import type { Suite } from './suite.ts';

export function contributionCases({ ask, it }: Suite): void {
  const { send, sent, status } = contributionSender(ask);
  const refuse = async (body: object | string, code: ProblemCode, pointer?: string, slug?: string): Promise<void> => {
    const problem = await expectProblem(await send(body, slug === undefined ? {} : { slug }), code);
    const pointers = problem.errors?.map((error) => error.pointer);
    if (pointer !== undefined) expect(pointers?.includes(pointer) ?? false, `${pointer} expected among ${pointers}`);
  };

  it('takes a contribution once, and gives the same receipt for ever', async () => {
    const key = aKey();
    const first = await send(aContribution(), { key });
    expect(/no-store/.test(first.headers.get('cache-control') ?? ''), 'no-store');
    const told = (await expectJson(first, 201)) as { receiptCode: string };
    for (let round = 0; round < 3; round += 1) {
      const again = await send(aContribution(), { key });
      expectEqual(again.headers.get('idempotent-replayed'), 'true', 'Idempotent-Replayed');
      expectEqual(await expectJson(again, 200), told, 'receipt');
    }
    const { state, section, mayAppeal } = await status(told.receiptCode);
    expectEqual([state, section, mayAppeal], ['received', '2.1', false], 'state');
  });

  it('refuses a key that has other content, another section, another consultation or a survey', async () => {
    const key = aKey();
    await sent(aContribution(), { key });
    await expectProblem(await send(aContribution({ testo: 'altro' }), { key }), 'idempotency.mismatch');
    const elsewhere = aContribution({}, { target: { documentVersion: 1, section: '2', quote: 'piste continue' } });
    await expectProblem(await send(elsewhere, { key }), 'idempotency.mismatch');
    await expectProblem(await send(anIdea(), { key, slug: 'verifica-idee' }), 'idempotency.mismatch');
    await expectProblem(await post(ask, aSubmission(), { key }), 'idempotency.mismatch');
    const answered = aKey();
    await expectJson(await post(ask, aSubmission(), { key: answered }), 201);
    await expectProblem(await send(aContribution(), { key: answered }), 'idempotency.mismatch');
    await expectProblem(await send(aContribution(), { key: 'uno' }), 'idempotency.missing');
  });

  it('registers it where the consultation wants it, each under a number of its own', async () => {
    const slug = 'verifica-osservazioni-registrate';
    const receipts = await Promise.all(Array.from({ length: 4 }, () => sent(aContribution(), { slug })));
    expectEqual(new Set(receipts.map(({ register }) => register?.number)).size, 4, 'numbers');
    const [{ receiptCode, register }] = receipts as [(typeof receipts)[0]];
    expectEqual((await status(receiptCode)).register, register, 'register');
  });

  it('refuses a section that is not there, and a target where there is no document, with a pointer', async () => {
    const about = (target: object): object => ({ ...aContribution(), target });
    await refuse(about({ section: '9' }), 'submission.invalid', '/target/section');
    await refuse(about({ section: '2', documentVersion: 7 }), 'submission.invalid', '/target/documentVersion');
    await refuse(about({ quote: 'senza sezione' }), 'submission.invalid', '/target/quote');
    await refuse(about({ paragraph: 'p-1' }), 'submission.invalid', '/target/paragraph');
    await refuse(about({ section: '2', nota: 'x' }), 'request.invalid', '/target/nota');
    await refuse(about({ section: '2' }), 'submission.invalid', '/target', 'verifica-idee');
    await expectJson(await send(about({ section: '2', quote: 'che non c’è' })), 201);
    await expectJson(await send(about({ section: '2', paragraph: 'p-9' })), 201);
    await expectJson(await send({ ...aContribution(), target: undefined }), 201);
  });

  it('judges the answers as every form’s, with pointers', async () => {
    await refuse(aContribution({ testo: '  ' }), 'submission.invalid', '/answers/testo');
    await refuse(aContribution({ testo: 'x'.repeat(10_001) }), 'submission.invalid', '/answers/testo');
    await refuse(aContribution({ proposta: 'nascosta' }), 'submission.invalid', '/answers/proposta');
    await refuse(aContribution({ chi: 'sindaco' }), 'submission.invalid', '/answers/chi');
    await refuse(aContribution({}, { formVersion: 7 }), 'consultation.version-unknown', '/formVersion');
    await refuse(aContribution(), 'consultation.closed', undefined, 'verifica-osservazioni-chiuse');
    await refuse(aContribution(), 'consultation.not-found', undefined, 'verifica-aperta');
    for (const [name, value] of Object.entries({ state: 'published', agreements: 9, answer: {}, flags: [] }))
      await refuse({ ...aContribution(), [name]: value }, 'request.invalid', `/${name}`);
  });

  it('takes files, and what looks like spam, too', async () => {
    const { put } = fileSender(ask);
    const [key, file] = [aKey(), aFile()];
    const attachment = await anAttachment('allegati', file);
    const body = aContribution({ allegati: [attachment.sha256] }, { attachments: [attachment] });
    await expectProblem(await send(body, { key }), 'attachment.missing');
    await expectJson(await put(file, attachment.sha256, key), 201);
    await expectJson(await send(body, { key }), 201);
    const doubtful = await sent(aContribution({}, { check: { trap: 'http://spam.example' } }));
    expectEqual(doubtful.flags, ['check'], 'flags');
  });

  it('publishes at once what nothing is unsure of, where the rules say so', async () => {
    const slug = 'verifica-idee';
    const states = async (body: object): Promise<string> =>
      (await status((await sent(body, { slug })).receiptCode)).state;
    expectEqual(await states(anIdea({ testo: `Un’idea ${ownWords()}` })), 'published', 'state');
    expectEqual(await states(anIdea({ testo: `Scrivetemi: ada${aKey()}@example.it` })), 'received', 'with an address');
    expectEqual(await states(anIdea({ testo: aKey() }, { check: { trap: 'x' } })), 'received', 'flagged');
  });
}

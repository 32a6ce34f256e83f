import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { problemSchema, receiptSchema, resultsSchema } from '@cmto/contract/schemas';
import { aField, aFile, aKey, anAttachment, aSubmission, aSurvey } from '@cmto/testing/builders';
import { hashKey } from '../../src/intake/key-hash.ts';
import { everyByte } from '../support/every-byte.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const words = 'parole-che-qualcuno-vuole-cancellate';

interface Answered {
  readonly server: TestServer;
  readonly key: string;
  readonly body: object;
  readonly receipt: Receipt;
  readonly sha256: string;
}

/** A server with an answer and its file, and another answer that stays. */
async function anAnswerWithAFile(test: TestContext): Promise<Answered> {
  const server = await aServer(test);
  await server.publish(aSurvey({ fields: [aField('text'), aField('file')] }));
  assert.equal((await server.post(aSubmission({ text: 'resta' }))).status, 201);
  const file = aFile();
  const attachment = await anAttachment('file', file);
  const { sha256 } = attachment;
  const key = aKey();
  const put = await server.ask(`/attachments/${sha256}`, {
    method: 'PUT',
    headers: { 'Idempotency-Key': key, 'Content-Type': file.type },
    body: await file.arrayBuffer(),
  });
  assert.equal(put.status, 201);
  const body = aSubmission({ text: words, file: [sha256] }, { attachments: [attachment] });
  const receipt = receiptSchema.parse(await (await server.post(body, { key })).json());
  return { server, key, body, receipt, sha256 };
}

describe('response erase', () => {
  it('leaves nothing of an answer and its files but the hash of its key', async (test) => {
    const { server, key, receipt, sha256 } = await anAnswerWithAFile(test);
    const { said, warned } = await run(server, 'response', 'erase', receipt.receiptCode);
    assert.match(said, /erased, with 1 files/);
    assert.equal(warned, '', 'nor anything on the disk');
    const bytes = await everyByte(server);
    for (const trace of [words, key, sha256, receipt.contentHash]) assert.ok(!bytes.includes(trace), trace);
    const tombstones = await server.database.db.selectFrom('tombstones').selectAll().execute();
    assert.deepEqual(
      tombstones.map(({ key_hash: hash }) => hash),
      [hashKey(key)],
    );
    assert.equal(await server.app.services.files.has({ key, sha256 }), false);
  });

  it('takes it out of counts, exports and receipts, and leaves the others', async (test) => {
    const { server, receipt } = await anAnswerWithAFile(test);
    await run(server, 'response', 'erase', receipt.receiptCode);
    assert.match((await run(server, 'survey', 'list')).said, /prova {2}open {2}1 answers/);
    const { printed } = await run(server, 'survey', 'export', 'prova', '--json');
    assert.deepEqual(
      (JSON.parse(printed) as { answers: object }[]).map(({ answers }) => answers),
      [{ text: 'resta' }],
    );
    assert.equal((await server.ask(`/receipts/${receipt.receiptCode}`)).status, 404);
  });

  it('is told to whoever sends the answer again, whatever it says now', async (test) => {
    const { server, key, body, receipt } = await anAnswerWithAFile(test);
    await run(server, 'response', 'erase', receipt.receiptCode);
    for (const again of [body, aSubmission({ text: 'altro' })]) {
      const answer = await server.post(again, { key });
      assert.equal(answer.status, 410);
      assert.equal(problemSchema.parse(await answer.json()).code, 'submission.erased');
    }
    assert.equal(await server.count(), 1);
  });

  it('takes a code as it is read from paper, and refuses what is none or nobody’s', async (test) => {
    const { server, receipt } = await anAnswerWithAFile(test);
    assert.equal((await refusal(run(server, 'response', 'erase', 'ABC'))).exitCode, 2);
    assert.match((await refusal(run(server, 'response', 'erase', '0'.repeat(26)))).message, /Nothing was erased/);
    const asRead = receipt.receiptCode.toLowerCase().replace(/(.{4})/g, '$1 ');
    assert.match((await run(server, 'response', 'erase', asRead)).said, /erased/);
    assert.match((await refusal(run(server, 'response', 'erase', asRead))).message, /Nothing was erased/);
  });

  it('does not show in published figures before enough others have answered', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('yes-no')], results: { publish: 'always', threshold: 5 } }));
    const yes = async (): Promise<Receipt> =>
      receiptSchema.parse(await (await server.post(aSubmission({ 'yes-no': true }))).json());
    const figures = async (): Promise<number | null> =>
      resultsSchema.parse(await (await server.ask('/surveys/prova/results')).json()).responses.count;
    for (let at = 0; at < 9; at += 1) await yes();
    const last = await yes();
    assert.equal(await figures(), 10);
    await run(server, 'response', 'erase', last.receiptCode);
    assert.equal(await figures(), 10, 'a single person’s going would show');
    for (let at = 0; at < 6; at += 1) await yes();
    assert.equal(await figures(), 15);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Receipt } from '@cmto/contract';
import { receiptSchema } from '@cmto/contract/schemas';
import { aField, aKey, anAttachment, aSubmission, aSurvey } from '@cmto/testing/builders';
import { databaseFile } from '@cmto/server';
import { tables } from '../../src/backup/tables.ts';
import { answerMany, orderInFile, rankCorrelation } from '../support/arrival.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const secret = { CMTO_SECRET: 'x'.repeat(40) };

interface Sent {
  readonly key: string;
  readonly body: object;
  readonly receipt: Receipt;
}

async function answer(server: TestServer, text: string, withFile = false): Promise<Sent> {
  const key = aKey();
  const file = new File([`un testo di ${text}`], 'testo.txt', { type: 'text/plain' });
  const attachment = await anAttachment('file', file);
  const { sha256 } = attachment;
  if (withFile) {
    const headers = { 'Idempotency-Key': key, 'Content-Type': file.type };
    const put = await server.ask(`/attachments/${sha256}`, { method: 'PUT', headers, body: await file.arrayBuffer() });
    assert.equal(put.status, 201, await put.text());
  }
  const body = withFile ? aSubmission({ text, file: [sha256] }, { attachments: [attachment] }) : aSubmission({ text });
  const sent = await server.post(body, { key });
  return { key, body, receipt: receiptSchema.parse(await sent.json()) };
}

async function aServerWithAnswers(test: TestContext): Promise<{ server: TestServer; sent: Sent[]; folder: string }> {
  const server = await aServer(test);
  await server.publish(aSurvey({ fields: [aField('text'), aField('file')] }));
  const sent = [await answer(server, 'uno'), await answer(server, 'due', true), await answer(server, 'tre', true)];
  return { server, sent, folder: join(server.dataDir, 'backup') };
}

/** Every answer sent once more gets the receipt it had, and none is stored a second time. */
async function assertReplays(server: TestServer, sent: readonly Sent[]): Promise<void> {
  const before = await server.count();
  for (const { key, body, receipt } of sent) {
    const again = await server.post(body, { key });
    assert.equal(again.status, 200);
    assert.deepEqual({ ...receiptSchema.parse(await again.json()), url: '' }, { ...receipt, url: '' });
  }
  assert.equal(await server.count(), before);
}

describe('backup and restore', () => {
  it('knows every table there is', async (test) => {
    const server = await aServer(test);
    const all = (await server.database.db.introspection.getTables()).map(({ name }) => name);
    assert.deepEqual(
      all.filter((name) => !name.startsWith('kysely_')).sort(),
      tables.map(({ name }) => name as string).sort(),
    );
  });

  it('bring answers, files and receipts to another place', async (test) => {
    const { server, sent, folder } = await aServerWithAnswers(test);
    assert.match((await run(server, 'backup', folder)).said, /3 answers, 2 files, the secret/);
    const other = await aServer(test);
    const { said, warned } = await run(other, 'restore', folder);
    assert.match(said, /3 answers and 2 files restored[^]*started anew/);
    assert.equal(warned, '');
    await assertReplays(await aServer(test, { place: other }), sent);
    const { printed } = await run(other, 'survey', 'export', 'prova', '--json');
    assert.equal(printed, (await run(server, 'survey', 'export', 'prova', '--json')).printed);
  });

  it('are of one kind for both databases: a backup is a data folder that a server can start on', async (test) => {
    const { server, sent, folder } = await aServerWithAnswers(test);
    await run(server, 'backup', folder);
    const place = { dataDir: folder, target: databaseFile(folder), environment: { CMTO_DATA_DIR: folder } };
    const embedded = await aServer(test, { place });
    await assertReplays(embedded, sent);
  });

  it('refuse a folder that is in use, a place that is, and what is no backup or a damaged one', async (test) => {
    const { server, folder } = await aServerWithAnswers(test);
    await run(server, 'backup', folder);
    assert.match((await refusal(run(server, 'backup', folder))).message, /not empty/);
    assert.match((await refusal(run(server, 'restore', folder))).message, /data here already/);
    const other = await aServer(test);
    assert.match((await refusal(run(other, 'restore', other.dataDir + '/nowhere'))).message, /no backup/);
    writeFileSync(databaseFile(folder), 'nonsense');
    assert.match((await refusal(run(other, 'restore', folder))).message, /not a database. Nothing was restored/);
    assert.equal((await run(other, 'survey', 'list')).said, 'There are no surveys.');
  });

  it('put a backup in place of what is there, shown at the next request, and leave erased what was erased since', async (test) => {
    const { server, sent, folder } = await aServerWithAnswers(test);
    await run(server, 'backup', folder);
    await run(server, 'response', 'erase', sent[1]!.receipt.receiptCode);
    const later = await answer(server, 'quattro');
    await run(server, 'restore', folder, '--replace');
    assert.equal((await server.post(sent[1]!.body, { key: sent[1]!.key })).status, 410);
    await assertReplays(server, [sent[0]!, sent[2]!]);
    assert.equal(
      (await server.post(later.body, { key: later.key })).status,
      201,
      'whoever still has it sends it again',
    );
    assert.match((await run(server, 'survey', 'list')).said, /3 answers/);
  });

  it('say which files are missing, and keep all the rest', async (test) => {
    const { server, sent, folder } = await aServerWithAnswers(test);
    const { key } = sent[1]!;
    rmSync(join(server.dataDir, 'attachments', key.slice(0, 2)), { recursive: true });
    assert.match((await run(server, 'backup', folder)).warned, new RegExp(`1 files are missing or damaged: ${key}/`));
    const other = await aServer(test);
    assert.match((await run(other, 'restore', folder)).warned, new RegExp(key));
    assert.equal(await other.count(), 3);
  });

  it('do not take a backup in with another secret than its own', async (test) => {
    const { server, folder } = await aServerWithAnswers(test);
    await run(server, 'backup', folder);
    const other = await aServer(test, { environment: secret });
    const refused = await refusal(
      run({ ...other, environment: { ...other.environment, ...secret } }, 'restore', folder),
    );
    assert.match(refused.message, /secret is not the one/);
    assert.equal(await other.count(), 0);
  });

  it('tell no more of the order of arrival than the day', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('long-text')] }));
    const arrival = await answerMany(server, 300);
    const folder = join(server.dataDir, 'backup');
    await run(server, 'backup', folder);
    assert.deepEqual(readdirSync(folder).sort(), ['cmto.sqlite', 'secret']);
    // Of 300 in a random order it is within ±0.25 in 99,998 of 100,000 cases.
    const correlation = rankCorrelation(arrival, orderInFile(folder, arrival));
    assert.ok(Math.abs(correlation) < 0.25, `order of the bytes: ${correlation}`);
  });
});

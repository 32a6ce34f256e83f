import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { databaseFile } from '@cmto/server';
import { aField, aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { problemSchema } from '@cmto/contract/schemas';
import { sql } from 'kysely';
import { aTestFile, offsetOf, putPart, type TestFile } from '../../support/files.ts';
import { aServer, type TestServer } from '../../support/test-server.ts';

const survey = aSurvey({ fields: [aField('long-text', { required: true })] });
const answer = aSubmission({ 'long-text': 'Servono corse serali. '.repeat(200) });

const set = (server: TestServer, pragma: string) => sql.raw(`PRAGMA ${pragma}`).execute(server.database.db);

async function expectUnavailable(refused: Response): Promise<void> {
  assert.equal(refused.status, 503);
  assert.equal(problemSchema.parse(await refused.json()).code, 'server.unavailable');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
}

async function storedKeys({ database: { db } }: TestServer): Promise<string[]> {
  const rows = await db.selectFrom('responses').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

describe('a database file that cannot grow', () => {
  it('has exactly what was acknowledged, and takes the rest under the same keys when there is room', async (test) => {
    const server = await aServer(test);
    await server.publish(survey);
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(server.database.db);
    await set(server, `max_page_count=${rows[0]!.page_count + 30}`);
    const acknowledged: string[] = [];
    const refused: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const keys = Array.from({ length: 8 }, aKey);
      const answers = await Promise.all(keys.map((key) => server.post(answer, { key })));
      for (const [at, { status }] of answers.entries()) (status === 201 ? acknowledged : refused).push(keys[at]!);
      for (const one of answers) if (one.status !== 201) await expectUnavailable(one);
    }
    assert.ok(acknowledged.length > 0 && refused.length > 0, `${acknowledged.length} and ${refused.length}`);
    assert.deepEqual(await storedKeys(server), acknowledged.toSorted());
    await set(server, 'max_page_count=1000000');
    for (const key of refused) assert.equal((await server.post(answer, { key })).status, 201);
    for (const key of acknowledged) assert.equal((await server.post(answer, { key })).status, 200);
    assert.deepEqual(await storedKeys(server), [...acknowledged, ...refused].toSorted());
  });
});

describe('a register of files that cannot grow', () => {
  it('has exactly the files that were acknowledged, and asks for the last byte of the others', async (test) => {
    const server = await aServer(test);
    const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(server.database.db);
    await set(server, `max_page_count=${rows[0]!.page_count}`);
    const acknowledged: string[] = [];
    const file = await firstRefused(server, acknowledged);
    assert.deepEqual(await registeredHashes(server), acknowledged.toSorted());
    await set(server, 'max_page_count=1000000');
    const start = (await offsetOf(server, file))!;
    assert.equal(start, file.bytes.length - 1);
    assert.equal((await putPart(server, file, { start })).status, 201);
    assert.deepEqual(await registeredHashes(server), [...acknowledged, file.sha256].toSorted());
  });
});

/** Sends files until one finds no room in the register. */
async function firstRefused(server: TestServer, acknowledged: string[]): Promise<TestFile> {
  for (;;) {
    const file = aTestFile(100);
    const answer = await putPart(server, file);
    if (answer.status !== 201) {
      await expectUnavailable(answer);
      return file;
    }
    acknowledged.push(file.sha256);
  }
}

async function registeredHashes({ database: { db } }: TestServer): Promise<string[]> {
  const rows = await db.selectFrom('attachments').select('sha256').orderBy('sha256').execute();
  return rows.map(({ sha256 }) => sha256);
}

describe('a database that another process keeps locked', () => {
  it('is no half a write: asked to come back, a sender finds its key free', async (test) => {
    const server = await aServer(test);
    await server.publish(survey);
    await set(server, 'busy_timeout=1');
    const key = aKey();
    const other = new DatabaseSync(databaseFile(server.dataDir));
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    await expectUnavailable(await server.post(answer, { key }));
    other.exec('ROLLBACK');
    assert.equal((await server.post(answer, { key })).status, 201);
    assert.equal(await server.count(), 1);
  });
});

import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, it } from 'node:test';
import { problemSchema, receiptSchema } from '@cmto/contract/schemas';
import { aField, aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import { hashKey } from '../../src/intake/key-hash.ts';
import { ResponseStore, type NotStored } from '../../src/intake/response-store.ts';
import { aServer, noon } from '../support/test-server.ts';

const codeOf = async (answer: Response): Promise<string> => problemSchema.parse(await answer.json()).code;
const hour = 3_600_000;

describe('intake', () => {
  it('keeps the very bytes that the content hash is the hash of', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const receipt = receiptSchema.parse(await (await server.post(aSubmission({ text: ' ciao ' }))).json());
    const row = await server.database.db.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
    assert.equal(hash('sha256', row.content), receipt.contentHash);
    assert.deepEqual((JSON.parse(row.content) as { answers: unknown }).answers, { text: 'ciao' });
  });

  it('replays for ever: after the closing, after a withdrawal, weeks later', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ closesAt: new Date(noon + hour).toISOString() }));
    const key = aKey();
    const first: unknown = await (await server.post(aSubmission(), { key })).json();
    await server.publish(
      aSurvey({ version: 2, fields: [aField('number')], closesAt: new Date(noon + hour).toISOString() }),
    );
    await server.surveys.withdraw('prova', 1);
    server.now = noon + 30 * 24 * hour;
    const again = await server.post(aSubmission(), { key });
    assert.equal(again.status, 200);
    assert.deepEqual(await again.json(), first);
    assert.equal(await codeOf(await server.post(aSubmission({ text: 'altro' }), { key })), 'idempotency.mismatch');
    assert.equal(await codeOf(await server.post(aSubmission())), 'survey.version-withdrawn');
  });

  it('says 410 of an erased submission, of which only the key’s hash remains', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const key = aKey();
    await server.database.db
      .insertInto('tombstones')
      .values({ key_hash: hashKey(key) })
      .execute();
    assert.equal(await codeOf(await server.post(aSubmission(), { key })), 'submission.erased');
    assert.equal(await codeOf(await server.post(aSubmission({}), { key })), 'submission.erased');
    assert.equal((await server.post(aSubmission())).status, 201);
    assert.equal(await server.count(), 1);
  });

  it('closes at the very instant, and keeps both times of a late answer as days', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ closesAt: new Date(noon).toISOString(), graceMinutes: 60 }));
    server.now = noon - 1;
    assert.equal((await server.post(aSubmission())).status, 201);
    server.now = noon;
    assert.equal(await codeOf(await server.post(aSubmission())), 'survey.closed');
    const completedAt = new Date(noon - 1).toISOString();
    const late = receiptSchema.parse(await (await server.post(aSubmission({ text: 'a' }, { completedAt }))).json());
    assert.deepEqual(
      [late.flags, late.receivedAt, late.completedAt],
      [['late'], '2026-11-19T23:00:00Z', '2026-11-19T23:00:00Z'],
    );
    server.now = noon + hour;
    assert.equal(await codeOf(await server.post(aSubmission({ text: 'b' }, { completedAt }))), 'survey.closed');
  });

  it('keeps the exact time, the language and the page of a confidential answer', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ attribution: 'confidential' }));
    const page = 'https://www.example.it/piano';
    const answer = await server.post(aSubmission({ text: 'a' }, { language: 'fr', page }));
    assert.equal(receiptSchema.parse(await answer.json()).receivedAt, '2026-11-20T11:00:00Z');
    const row = await server.database.db.selectFrom('responses').select(['language', 'page']).executeTakeFirstOrThrow();
    assert.deepEqual({ ...row }, { language: 'fr', page });
  });

  it('shows what a command changed at the next request', async (test) => {
    const server = await aServer(test);
    assert.equal(await codeOf(await server.post(aSubmission())), 'survey.not-found');
    await server.publish(aSurvey());
    assert.equal((await server.post(aSubmission())).status, 201);
    await server.surveys.close('prova', noon);
    assert.equal(await codeOf(await server.post(aSubmission())), 'survey.closed');
  });

  it('shares one commit among what arrives together', async (test) => {
    const batches: number[] = [];
    let store: ResponseStore | undefined;
    const server = await aServer(test, {
      storeBatch: (rows) => {
        batches.push(rows.length);
        return (store ??= new ResponseStore(server.database.db)).storeBatch(rows);
      },
    });
    await server.publish(aSurvey());
    const answers = await Promise.all(Array.from({ length: 40 }, () => server.post(aSubmission())));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(await server.count(), 40);
    assert.ok(batches.length < 10, `${batches.length} commits`);
  });
});

describe('intake on a database in trouble', () => {
  const allStored = new Map<string, NotStored>();
  const sqlite = (errcode: number): Error =>
    Object.assign(new Error('in trouble'), { code: 'ERR_SQLITE_ERROR', errcode });

  it('lets a second request with a key wait for the first, but not for ever', async (test) => {
    const commit = Promise.withResolvers<void>();
    const server = await aServer(test, {
      inFlightLimit: 30,
      storeBatch: () => commit.promise.then(() => allStored),
    });
    await server.publish(aSurvey());
    const key = aKey();
    const first = server.post(aSubmission(), { key });
    const second = await server.post(aSubmission(), { key });
    assert.equal(second.headers.get('retry-after'), '1');
    assert.equal(await codeOf(second), 'idempotency.in-flight');
    commit.resolve();
    assert.equal((await first).status, 201);
  });

  it('asks to come back when the disk is full, stores nothing, and takes the same key later', async (test) => {
    let full = true;
    let store: ResponseStore | undefined;
    const server = await aServer(test, {
      storeBatch: (rows) =>
        full ? Promise.reject(sqlite(13)) : (store ??= new ResponseStore(server.database.db)).storeBatch(rows),
    });
    await server.publish(aSurvey());
    const key = aKey();
    const refused = await server.post(aSubmission(), { key });
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal(await codeOf(refused), 'server.unavailable');
    assert.equal(await server.count(), 0);
    full = false;
    assert.equal((await server.post(aSubmission(), { key })).status, 201);
  });

  it('does not let one bad row fail the others of its batch', async (test) => {
    const bad = aKey();
    let store: ResponseStore | undefined;
    const server = await aServer(test, {
      storeBatch: (rows) =>
        rows.some(({ id }) => id === bad)
          ? Promise.reject(sqlite(19))
          : (store ??= new ResponseStore(server.database.db)).storeBatch(rows),
    });
    await server.publish(aSurvey());
    const keys = [aKey(), bad, aKey(), aKey()];
    const statuses = (await Promise.all(keys.map((key) => server.post(aSubmission(), { key })))).map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses, [201, 500, 201, 201]);
    assert.equal(await server.count(), 3);
  });

  it('stops only when what it took is stored, and refuses what comes then', async (test) => {
    const [taken, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const server = await aServer(test, {
      storeBatch: () => {
        taken.resolve();
        return commit.promise.then(() => allStored);
      },
    });
    await server.publish(aSurvey());
    const address = await server.app.fastify.listen({ port: 0, host: '127.0.0.1' });
    const send = (): Promise<Response> =>
      fetch(`${address}/api/v1/surveys/prova/responses`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
        body: JSON.stringify(aSubmission()),
      });
    const under = send();
    await taken.promise;
    const stopped = server.app.stop();
    commit.resolve();
    assert.equal((await under).status, 201);
    await stopped;
    await assert.rejects(send());
  });
});

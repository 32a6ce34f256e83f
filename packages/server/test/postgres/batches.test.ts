import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '@cmto/server';
import { sql, type Kysely } from 'kysely';
import { aKey } from '@cmto/testing/builders';
import { hashKey } from '../../src/intake/key-hash.ts';
import { ResponseStore } from '../../src/intake/response-store.ts';
import type { RequestMessageRow, ResponseRow, Schema } from '../../src/database/schema.ts';
import { aPlace, type Lifetime } from '../support/database.ts';

const aRow = (id: string, slug = 'prova'): ResponseRow => ({
  id,
  survey_slug: slug,
  form_version: 1,
  content: JSON.stringify({ answers: { text: `"${id}" \\u0000 \u{1f600}` } }),
  content_hash: id,
  receipt_hash: id,
  attachments: '[]',
  flags: '[]',
  received_at: 1_795_215_600_000,
  completed_at: null,
  language: null,
  page: null,
});

const aMessage = (id: string): RequestMessageRow => ({
  id,
  request: aKey(),
  at: 1_795_215_600_000,
  sender: 'applicant',
  kind: 'addition',
  language: 'it',
  text: 'Ecco.',
  attachments: '[]',
  content_hash: '',
  register: null,
  operator: null,
});

/** Resolves once somebody waits for another's transaction. */
async function waitingIn(db: Kysely<Schema>): Promise<'waits'> {
  for (;;) {
    const { rows } = await sql`
      select 1 from pg_locks
      where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(db);
    if (rows.length > 0) return 'waits';
  }
}

async function twoProcesses(test: Lifetime) {
  const { target } = await aPlace(test);
  const databases = await Promise.all([openDatabase(target), openDatabase(target)]);
  test.after(async () => void (await Promise.all(databases.map((database) => database.close()))));
  const { db } = databases[0]!;
  return {
    db,
    stores: databases.map((database) => new ResponseStore(database.db)),
    counts: async () => {
      const rows = await db.selectFrom('survey_counts').select(['survey_slug', 'responses']).execute();
      return Object.fromEntries(rows.map(({ survey_slug: slug, responses }) => [slug, responses]));
    },
  };
}

describe('batches of answers in PostgreSQL', () => {
  it('are stored with every character, and counted', async (test) => {
    const { db, stores, counts } = await twoProcesses(test);
    const rows = Array.from({ length: 256 }, (_, at) => aRow(aKey(), at < 100 ? 'prova' : 'altra'));
    assert.equal((await stores[0]!.storeBatch(rows)).size, 0);
    const stored = await db.selectFrom('responses').selectAll().orderBy('id').execute();
    assert.deepEqual(
      stored,
      rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    assert.deepEqual(await counts(), { prova: 100, altra: 156 });
  });

  it('of the same keys, sent in two orders by two servers at once, wait for nobody for ever and are stored once', async (test) => {
    const { stores, counts } = await twoProcesses(test);
    for (let round = 0; round < 10; round += 1) {
      const rows = Array.from({ length: 64 }, (_, at) => aRow(aKey(), at % 2 ? 'prova' : 'altra'));
      const outcomes = await Promise.all([
        stores[0]!.storeBatch(rows),
        stores[1]!.storeBatch([...rows].reverse()),
        stores[0]!.storeBatch(rows.filter((_, at) => at % 3 > 0)),
      ]);
      const notStored = outcomes.flatMap((outcome) => [...outcome.values()]);
      assert.equal(notStored.length, 64 + Math.floor((64 * 2) / 3));
      assert.ok(notStored.every(({ kind }) => kind === 'known'));
    }
    assert.deepEqual(await counts(), { prova: 320, altra: 320 });
  });

  it('are refused, not acknowledged, where a receipt is somebody else’s', async (test) => {
    const { stores, counts } = await twoProcesses(test);
    const row = aRow(aKey());
    await stores[0]!.storeBatch([row]);
    await assert.rejects(stores[0]!.storeBatch([aRow(aKey()), { ...aRow(aKey()), receipt_hash: row.receipt_hash }]));
    assert.deepEqual(await counts(), { prova: 1 });
  });

  it('leave out what was erased, and do not count it', async (test) => {
    const { db, stores, counts } = await twoProcesses(test);
    const [kept, gone] = [aRow(aKey()), aRow(aKey())];
    await db
      .insertInto('tombstones')
      .values({ key_hash: hashKey(gone.id) })
      .execute();
    assert.deepEqual([...(await stores[0]!.storeBatch([kept, gone]))], [[gone.id, { kind: 'erased' }]]);
    assert.deepEqual(await counts(), { prova: 1 });
  });

  it('leave out what has the key of a message, also of one that is being written just now', async (test) => {
    const { db, stores, counts } = await twoProcesses(test);
    const [kept, written] = [aRow(aKey()), aRow(aKey())];
    const { storing } = await db.transaction().execute(async (transaction) => {
      assert.equal(await stores[0]!.reserve(transaction, written.id), undefined);
      await transaction.insertInto('request_messages').values(aMessage(written.id)).execute();
      const storing = stores[1]!.storeBatch([kept, written]);
      assert.equal(await Promise.race([storing, waitingIn(db)]), 'waits');
      return { storing };
    });
    assert.deepEqual([...(await storing)], [[written.id, { kind: 'message' }]]);
    assert.deepEqual(await counts(), { prova: 1 });
    assert.deepEqual([...(await stores[0]!.storeBatch([written]))], [[written.id, { kind: 'message' }]]);
    const stored = await db.selectFrom('responses').select('id').execute();
    assert.deepEqual(stored, [{ id: kept.id }]);
  });

  it('keep their key from a message that is written while they are', async (test) => {
    const { db, stores } = await twoProcesses(test);
    const row = aRow(aKey());
    const { reserving } = await db.transaction().execute(async (transaction) => {
      assert.equal(await stores[0]!.storeOne(transaction, row), undefined);
      const reserving = db.transaction().execute((other) => stores[1]!.reserve(other, row.id));
      assert.equal(await Promise.race([reserving, waitingIn(db)]), 'waits');
      return { reserving };
    });
    assert.deepEqual(await reserving, { kind: 'known', row });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aField, aKey, aSurvey } from '@cmto/testing/builders';
import { sql } from 'kysely';
import { answerMany, endOf, rankCorrelation } from '../support/arrival.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

async function inOrderOf(server: TestServer, expression: string): Promise<string[]> {
  const query = sql<{ text: string }>`select content as text from responses order by ${sql.raw(expression)}`;
  const { rows } = await query.execute(server.database.db);
  return rows.map(({ text }) => endOf(text));
}

/** In the order of the numbers that PostgreSQL gives to values too long for a page. */
async function inOrderOfLongValues({ database: { db } }: TestServer): Promise<string[]> {
  const { rows: relations } = await sql<{ name: string }>`
    select reltoastrelid::regclass::text as name from pg_class where relname = 'responses'`.execute(db);
  const { rows } = await sql<{ bytes: Buffer }>`
    select string_agg(chunk_data, '' order by chunk_seq) as bytes from ${sql.raw(relations[0]!.name)}
    group by chunk_id order by chunk_id`.execute(db);
  return rows.map(({ bytes }) => endOf(bytes.toString('latin1')));
}

/** As upkeep does, time and again: a connection that is just being made may look at old rows for a moment. */
async function forgetAll(server: TestServer, count: number): Promise<void> {
  do await server.database.forgetOrder();
  while ((await inOrderOfLongValues(server)).length !== count);
}

const places = {
  'where the row lies': (server: TestServer) => inOrderOf(server, 'ctid'),
  // Within one transaction by chance.
  'the transaction that wrote it': (server: TestServer) => inOrderOf(server, 'age(xmin) desc, id'),
  'the number of its long value': inOrderOfLongValues,
};

describe('an anonymous answer in PostgreSQL', () => {
  it('cannot be put in order by whoever has the whole database', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('long-text', { required: true })] }));
    const arrival = await answerMany(server, 1000);
    for (const [place, read] of Object.entries(places)) {
      const correlation = rankCorrelation(arrival, await read(server));
      assert.ok(correlation > 0.9, `by itself PostgreSQL keeps the order in ${place}: ${correlation}`);
    }
    await forgetAll(server, 1000);
    for (const [place, read] of Object.entries(places)) {
      const correlation = rankCorrelation(arrival, await read(server));
      assert.ok(Math.abs(correlation) < 0.12, `${place}: ${correlation}`);
    }
    assert.equal(await server.count(), 1000);
  });

  it('tells the day alone: what came on one day looks as if it had come at once, day after day', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('long-text', { required: true })] }));
    const { db } = server.database;
    for (let day = 0; day < 3; day += 1) {
      await answerMany(server, 60);
      for (const key of [aKey(), aKey(), aKey()]) {
        const stored_on = server.now;
        await db.insertInto('attachments').values({ key, sha256: key, size: 1, type: 'x/y', stored_on }).execute();
        await db.insertInto('tombstones').values({ key_hash: key }).execute();
      }
      await server.database.forgetOrder();
      server.now += 86_400_000;
    }
    const transactions = async (table: string, day: string): Promise<number[]> => {
      const { rows } = await sql<{ transactions: number }>`
        select count(distinct xmin::text) as transactions from ${sql.table(table)} group by ${sql.raw(day)}`.execute(
        db,
      );
      return rows.map((row) => row.transactions);
    };
    assert.deepEqual(await transactions('responses', 'received_at'), [1, 1, 1]);
    assert.deepEqual(await transactions('attachments', 'stored_on'), [1, 1, 1]);
    assert.deepEqual(await transactions('tombstones', 'key_hash is null'), [1]);
    assert.equal(await server.count(), 180);
  });

  it('is still seen by a backup that began before its row was written anew', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('long-text', { required: true })] }));
    await answerMany(server, 60);
    const { db } = server.database;
    const seen = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (backup) => {
        await backup.selectFrom('departments').selectAll().execute();
        await server.database.forgetOrder();
        return backup.selectFrom('responses').select('id').execute();
      });
    assert.equal(seen.length, 60);
    // The old rows could not be left out then; they are, the next time, though nothing has come since.
    assert.ok((await inOrderOfLongValues(server)).length > 60);
    await forgetAll(server, 60);
  });
});

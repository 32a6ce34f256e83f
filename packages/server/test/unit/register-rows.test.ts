import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { kindUnderTest } from '../support/database.ts';
import { aDatabase, aRegister, registerOne } from '../support/entries.ts';
import { noon } from '../support/test-server.ts';
import { closeDays } from '../../src/register/close-days.ts';
import { confirmDay } from '../../src/register/confirmations.ts';

const day = 86_400_000;

describe('the register’s tables', () => {
  it('refuse to change or lose a row, whatever the statement', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db });
    const [closed] = await closeDays(db, noon + day);
    await confirmDay(db, {
      day: closed!.day,
      sha256: closed!.json_sha256,
      reference: 'PdV 1',
      operator: 'rossi',
      at: noon,
    });
    for (const table of ['register_entries', 'register_days', 'register_confirmations', 'register_particulars']) {
      const before = await sql`select * from ${sql.table(table)}`.execute(db);
      assert.ok(before.rows.length > 0, table);
      const column =
        table === 'register_particulars' ? 'content' : table === 'register_confirmations' ? 'reference' : 'hash';
      const refused = new RegExp(`${table} only grows: `);
      await assert.rejects(sql`update ${sql.table(table)} set ${sql.ref(column)} = 'x'`.execute(db), refused);
      await assert.rejects(sql`delete from ${sql.table(table)}`.execute(db), refused);
      if (kindUnderTest === 'postgres')
        await assert.rejects(sql`truncate ${sql.table(table)} cascade`.execute(db), /only grows/);
      else
        await assert.rejects(
          sql`insert or replace into ${sql.table(table)} select * from ${sql.table(table)} limit 1`.execute(db),
          new RegExp(`${table}: `),
        );
      assert.deepEqual((await sql`select * from ${sql.table(table)}`.execute(db)).rows, before.rows);
    }
  });

  it('refuse a number that is not the next, a chain that breaks, a year that goes back and a closed day', async (test) => {
    const { db } = await aDatabase(test);
    await registerOne({ db });
    const row = await db.selectFrom('register_entries').selectAll().executeTakeFirstOrThrow();
    const next = { ...row, number: 2, key_hash: 'another', prev: row.hash, hash: 'x' };
    const insert = (values: typeof row): Promise<unknown> => db.insertInto('register_entries').values(values).execute();
    await assert.rejects(insert({ ...next, number: 3 }), /not the next one/);
    await assert.rejects(insert({ ...next, number: 1 }), /not the next one/);
    await assert.rejects(insert({ ...next, key_hash: row.key_hash }), /the key is there/);
    await assert.rejects(insert({ ...next, prev: 'a'.repeat(64) }), /the chain breaks/);
    await assert.rejects(insert({ ...next, year: 2025, number: 1 }), /the year goes back/);
    await closeDays(db, noon + day);
    await assert.rejects(insert(next), /the day is closed/);
    await insert({ ...next, day: '2026-11-21' });
  });

  it('let a particular go only where a row says so, and not come back', async (test) => {
    const database = await aDatabase(test);
    const { db } = database;
    await registerOne(database);
    const { content, salt } = await db
      .selectFrom('register_particulars')
      .selectAll()
      .where('part', '=', 'correspondent')
      .executeTakeFirstOrThrow();
    assert.match(content, /Anna Rossi/);
    await assert.rejects(
      db.deleteFrom('register_particulars').where('part', '=', 'correspondent').execute(),
      /only grows/,
    );
    const erasure = {
      year: 2026,
      number: 1,
      part: 'correspondent',
      reason: 'art. 17',
      operator: 'rossi',
      act: 'det. 1/2026',
    };
    const done = await db
      .transaction()
      .execute((trx) => aRegister().erase(trx, { ...erasure, part: 'correspondent', at: noon }));
    assert.equal(done?.number, '0000002');
    const left = await db.selectFrom('register_particulars').select('part').orderBy('part').execute();
    assert.deepEqual(
      left.map(({ part }) => part),
      ['files', 'subject'],
    );
    const again = { year: 2026, number: 1, part: 'correspondent', content, salt };
    await assert.rejects(db.insertInto('register_particulars').values(again).execute(), /it was erased/);
    const rows = JSON.stringify(await db.selectFrom('register_entries').selectAll().execute());
    assert.doesNotMatch(rows, /Rossi|RSSNNA/);
  });
});

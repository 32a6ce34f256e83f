import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aKey } from '@cmto/testing/builders';
import { aDatabase, anEntry, aRegister, registerOne } from '../support/entries.ts';
import { noon } from '../support/test-server.ts';

const instant = (text: string): number => Date.parse(text);

describe('Register.register', () => {
  it('numbers from 1, in seven digits, with the code and the year', async (test) => {
    const database = await aDatabase(test);
    const first = await registerOne(database);
    const second = await registerOne(database);
    assert.deepEqual(
      [first, second].map(({ code, year, number, at }) => ({ code, year, number, at })),
      [
        { code: 'CMTO-RI', year: 2026, number: '0000001', at: noon },
        { code: 'CMTO-RI', year: 2026, number: '0000002', at: noon },
      ],
    );
    assert.match(first.hash, /^[0-9a-f]{64}$/);
  });

  it('gives the same key the same registration, whatever else is said', async (test) => {
    const database = await aDatabase(test);
    const key = aKey();
    const first = await registerOne(database, { key });
    assert.deepEqual(await registerOne(database, { key, subject: 'Altro', at: noon + 1000 }), first);
    assert.equal((await registerOne(database)).number, '0000002');
    assert.deepEqual(await aRegister().find(database.db, key), first);
    assert.equal(await aRegister().find(database.db, aKey()), undefined);
  });

  it('takes no number when the transaction ends without a commit', async (test) => {
    const database = await aDatabase(test);
    const work = database.db.transaction().execute(async (transaction) => {
      await aRegister().register(transaction, anEntry());
      throw new Error('the disk is full');
    });
    await assert.rejects(work, /the disk is full/);
    assert.equal((await registerOne(database)).number, '0000001');
  });

  it('begins anew at midnight in Rome of the first of January, while the chain goes on', async (test) => {
    const database = await aDatabase(test);
    const before = await registerOne(database, { at: instant('2026-12-31T22:59:59.999Z') });
    const after = await registerOne(database, { at: instant('2026-12-31T23:00:00Z') });
    assert.deepEqual([before.year, before.number], [2026, '0000001']);
    assert.deepEqual([after.year, after.number], [2027, '0000001']);
    const rows = await database.db.selectFrom('register_entries').selectAll().orderBy('year').execute();
    assert.equal(rows[1]!.prev, before.hash);
  });

  it('takes the time of the row before when the clock was set back, and says by how much', async (test) => {
    const database = await aDatabase(test);
    await registerOne(database, { at: instant('2027-01-01T00:00:00Z') });
    const late = await registerOne(database, { at: instant('2026-12-31T12:00:00Z') });
    assert.deepEqual([late.year, late.number, late.at], [2027, '0000002', instant('2027-01-01T00:00:00Z')]);
    const { source } = await database.db
      .selectFrom('register_entries')
      .select('source')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(source), { clock: 'server', behind: 12 * 3_600_000 });
  });

  it('refuses another code than the one the series began with', async (test) => {
    const database = await aDatabase(test);
    await registerOne(database);
    await assert.rejects(registerOne(database, {}, aRegister('ALTRO')), /code is CMTO-RI, and cannot become ALTRO/);
  });

  it('refuses what no row may hold', async (test) => {
    const database = await aDatabase(test);
    const wrong = [
      { subject: 'x'.repeat(501) },
      { subject: ' ' },
      { document: 'A'.repeat(64) },
      { attachments: [{ name: 'a.pdf', sha256: 'abc' }] },
      { correspondent: { kind: 'person', name: '' } as const },
      { at: 1.5 },
    ];
    for (const differing of wrong) await assert.rejects(registerOne(database, differing), RangeError);
    assert.equal((await registerOne(database, { subject: 'x'.repeat(500) })).number, '0000001');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '@cmto/server';
import { aKey } from '@cmto/testing/builders';
import fc from 'fast-check';
import { closeDays } from '../../../src/register/close-days.ts';
import { parts, type Registration } from '../../../src/register/entry.ts';
import { RegisterError } from '../../../src/register/register-error.ts';
import { verifyRegister } from '../../../src/register/verify.ts';
import { aPlace } from '../../support/database.ts';
import { aRegister, registerOne } from '../../support/entries.ts';

const newYear = Date.parse('2026-12-31T23:00:00Z');
const day = 86_400_000;
const act = { reason: 'prova', operator: 'm.rossi', act: 'det. 1' };

/** Hours go forward, now and then far, and sometimes back. */
const hours = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }) }, fc.integer({ min: -30, max: 60 }));
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('register' as const), hours }) },
  fc.record({ kind: fc.constant('again' as const), hours, of: fc.nat(99) }),
  fc.record({ kind: fc.constant('annul' as const), hours, of: fc.nat(99) }),
  fc.record({ kind: fc.constant('erase' as const), hours, of: fc.nat(99), part: fc.constantFrom(...parts) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), hours }) },
);

describe('the register, whatever happens', () => {
  it('has numbers without a gap, times that go forward, one number per key, and a sound chain', async (test) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 40 }), async (story) => {
        const { target } = await aPlace(test);
        const database = await openDatabase(target);
        const { db } = database;
        const given = new Map<string, Registration>();
        let now = newYear - 2 * day;
        for (const one of story) {
          now += one.hours * 3_600_000;
          const [key, registered] = [...given][('of' in one ? one.of : 0) % Math.max(1, given.size)] ?? [];
          if (one.kind === 'register') {
            const fresh = aKey();
            given.set(fresh, await registerOne(database, { key: fresh, at: now }));
          } else if (one.kind === 'close') await closeDays(db, now);
          else if (registered && one.kind === 'again')
            assert.deepEqual(await registerOne(database, { key: key!, at: now }), registered);
          else if (registered) {
            const entered = { year: registered.year, number: Number(registered.number), ...act, at: now };
            await db
              .transaction()
              .execute((transaction) =>
                one.kind === 'annul'
                  ? aRegister().annul(transaction, entered)
                  : aRegister().erase(transaction, { ...entered, part: one.kind === 'erase' ? one.part : 'subject' }),
              )
              .catch((error: unknown) => assert.ok(error instanceof RegisterError, String(error)));
          }
        }
        const rows = await db.selectFrom('register_entries').selectAll().orderBy('year').orderBy('number').execute();
        for (const [at, row] of rows.entries()) {
          const before = rows[at - 1];
          assert.equal(row.number, before?.year === row.year ? before.number + 1 : 1);
          assert.ok(!before || row.at >= before.at);
        }
        assert.equal((await verifyRegister(db)).broken, undefined);
        await database.close();
      }),
      { numRuns: 25 },
    );
  });
});

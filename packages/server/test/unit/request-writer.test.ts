import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { RequestWriter } from '../../src/requests/request-writer.ts';
import { verifyRegister } from '../../src/register/verify.ts';
import { aDatabase, anEntry, aRegister } from '../support/entries.ts';
import { kindUnderTest } from '../support/database.ts';

describe('RequestWriter', () => {
  it('leaves nothing of work that fails, and no gap in the numbers of what was written with it', async (test) => {
    const { db } = await aDatabase(test);
    const writer = new RequestWriter(db);
    const register = aRegister();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        writer.write(async (transaction) => {
          const { number } = await register.register(transaction, anEntry());
          if (at % 10 === 3) throw new Error(`refused ${at}`);
          return Number(number);
        }),
      ),
    );
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    assert.deepEqual(
      numbers,
      Array.from({ length: 90 }, (_, at) => at + 1),
    );
    assert.equal((outcomes[13] as PromiseRejectedResult).reason.message, 'refused 13');
    const { entries, broken } = await verifyRegister(db);
    assert.deepEqual({ entries, broken }, { entries: 90, broken: undefined });
  });

  it('shares a commit on the embedded database only, and tells nobody before it', async (test) => {
    const { db } = await aDatabase(test);
    const writer = new RequestWriter(db);
    const transactions = new Set<unknown>();
    const told: string[] = [];
    const write = (key: string): Promise<void> =>
      writer
        .write(async (transaction) => {
          transactions.add(transaction);
          await aRegister().register(transaction, anEntry({ key }));
          assert.ok(kindUnderTest === 'postgres' || told.length === 0);
        })
        .then(() => void told.push(key));
    const keys = Array.from({ length: 20 }, () => crypto.randomUUID());
    await Promise.all(keys.map(write));
    assert.equal(transactions.size, kindUnderTest === 'postgres' ? 20 : 1);
    assert.deepEqual(told, keys);
  });

  it('does not let work whose commit fails spoil the others', async (test) => {
    const { db } = await aDatabase(test);
    const writer = new RequestWriter(db);
    const register = aRegister();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, at) =>
        writer.write(async (transaction) => {
          if (at === 2 && kindUnderTest === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(transaction);
          await register.register(transaction, anEntry());
          if (at !== 2) return;
          const confirmation = { day: '2026-01-01', at: 0, operator: '', reference: '', sha256: '' };
          await transaction.insertInto('register_confirmations').values(confirmation).execute();
        }),
      ),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
    const { entries, broken } = await verifyRegister(db);
    assert.deepEqual({ entries, broken }, { entries: 4, broken: undefined });
  });

  it('refuses all that share a transaction with a full disk, and stores nothing of them', async (test) => {
    const { db } = await aDatabase(test);
    const writer = new RequestWriter(db);
    const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 3 }, (_, at) =>
        writer.write(async (transaction) => {
          await aRegister().register(transaction, anEntry());
          if (at === 1) throw full;
        }),
      ),
    );
    const stored = outcomes.filter(({ status }) => status === 'fulfilled').length;
    assert.equal(stored, kindUnderTest === 'postgres' ? 2 : 0);
    assert.equal((await verifyRegister(db)).entries, stored);
    await writer.write((transaction) => aRegister().register(transaction, anEntry()));
    assert.equal((await verifyRegister(db)).entries, stored + 1);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDatabase } from '@cmto/server';
import { verifyRegister } from '../../src/register/verify.ts';
import { kindUnderTest } from '../support/database.ts';
import { aDatabase, registerOne } from '../support/entries.ts';

describe('the register under load', () => {
  it('gives numbers 1 to n in each year while midnight passes and others write at the same time', async (test) => {
    const { target } = await aDatabase(test);
    // The embedded database has one server; PostgreSQL has several, whose clocks differ by up to a second.
    const servers = kindUnderTest === 'postgres' ? 3 : 1;
    const databases = await Promise.all(Array.from({ length: servers }, () => openDatabase(target)));
    test.after(async () => void (await Promise.all(databases.map((database) => database.close()))));
    const midnight = Date.parse('2026-12-31T23:00:00Z');
    const made: { year: number; number: string; at: number }[] = [];
    let next = 0;
    const one = async (): Promise<void> => {
      for (let at = next++; at < 600; at = next++) {
        const server = at % servers;
        made.push(await registerOne(databases[server]!, { at: midnight + (at - 300) * 10 + server * 500 }));
      }
    };
    await Promise.all(Array.from({ length: 20 }, one));
    for (const [year, least] of [
      [2026, 100],
      [2027, 100],
    ] as const) {
      const numbers = made.filter((row) => row.year === year).map(({ number }) => Number(number));
      assert.ok(numbers.length >= least, `${year}: ${numbers.length}`);
      assert.deepEqual(
        numbers.sort((a, b) => a - b),
        numbers.map((_, at) => at + 1),
      );
    }
    assert.equal(made.length, 600);
    assert.ok(made.every(({ year, at }) => year === (at < midnight ? 2026 : 2027)));
    assert.equal((await verifyRegister(databases[0]!.db)).broken, undefined);
  });
});

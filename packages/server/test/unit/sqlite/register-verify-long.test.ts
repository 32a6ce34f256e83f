import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closeDays } from '../../../src/register/close-days.ts';
import { verifyRegister } from '../../../src/register/verify.ts';
import { aDatabase } from '../../support/entries.ts';
import { writeLongRegister } from '../../support/long-register.ts';
import { noon } from '../../support/test-server.ts';

const day = 86_400_000;

describe('verifyRegister', () => {
  it('verifies 100,000 rows and 30 closed days', async (test) => {
    const database = await aDatabase(test);
    await writeLongRegister(database, 100_000, (number) => noon + Math.floor(((number - 1) * 30) / 100_000) * day);
    await closeDays(database.db, noon + 30 * day);
    const began = { wall: performance.now(), cpu: process.cpuUsage() };
    const { broken, entries, days } = await verifyRegister(database.db);
    const { user, system } = process.cpuUsage(began.cpu);
    const seconds = ((performance.now() - began.wall) / 1000).toFixed(1);
    test.diagnostic(
      `verified in ${seconds} s, of which ${((user + system) / 1e6).toFixed(1)} s of this process's work`,
    );
    assert.deepEqual({ broken, entries, days }, { broken: undefined, entries: 100_000, days: 30 });
  });
});

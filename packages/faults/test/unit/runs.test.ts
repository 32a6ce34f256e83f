import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildPage } from '../../src/browsers/build-page.ts';
import { Random } from '../../src/random.ts';
import { sameKey } from '../../src/runs/same-key.ts';
import { submissions } from '../../src/runs/submissions.ts';

// A few of each, so that what `pnpm faults` needs of the server and of the kit is there whenever it is wanted.
describe('a small run', () => {
  it('stores the answers of sixty people once, through all that can go wrong, in the real server', async () => {
    const row = await submissions({ random: new Random('small'), amount: 60, database: 'sqlite' });
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^60 promised, 60 acknowledged, 60 stored$/);
  });

  it('stores two answers that 32 tabs send at once, once', async () => {
    const row = await sameKey({ random: new Random('small'), amount: 2, database: 'sqlite' });
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^2 keys, 2 rows, 64 answers$/);
  });

  it('puts the outbox into one script for real browsers', async () => {
    assert.match(await buildPage(), /Idempotency-Key/);
  });
});

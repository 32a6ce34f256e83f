import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rowOf } from '../../src/runs/fuzz.ts';

const asked = { amount: 100_000, seed: 7 };
const said = (bodies: string) => ['10,000 bodies', `${bodies} bodies, 110,000 requests in 90 s`, 'No answer of 500'];

describe('the row of fuzzed bodies', () => {
  it('tells how many were sent, not how many were asked for', () => {
    const row = rowOf({ code: 0, lines: said('100,000') }, asked);
    assert.match(row.done, /^100,000 bodies, pnpm fuzz --runs 100000 --seed 7$/);
    assert.deepEqual(row.wrong, []);
    assert.deepEqual(row.notes, said('100,000').slice(1));
  });

  it('is wrong when fewer were sent, when the program fails, and when it does not say what it did', () => {
    assert.match(rowOf({ code: 0, lines: said('99,000') }, asked).wrong[0]!, /ended with 0 after 99000 bodies/);
    assert.match(rowOf({ code: 1, lines: said('100,000') }, asked).wrong[0]!, /ended with 1/);
    assert.match(rowOf({ code: 0, lines: [] }, asked).wrong[0]!, /an unknown number of bodies/);
  });
});

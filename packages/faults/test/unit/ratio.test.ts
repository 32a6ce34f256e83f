import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Measured, rowOf } from '../../src/runs/ratio.ts';

const measured: Measured = { ratio: 0.812, perSecond: 4060, single: 5000, accepted: 900, stored: 900, refused: 0 };

describe('the ratio to the framework alone', () => {
  it('is shown with what it is worked out from', () => {
    assert.match(rowOf(measured).done, /^0\.81× \(goal 0\.5×\): 4,060\/s and 5,000\/s$/);
  });

  it('is said to be missed, and nothing is wrong: a slow machine breaks no promise', () => {
    const row = rowOf({ ...measured, ratio: 0.49 });
    assert.match(row.done, /goal 0\.5×, MISSED/);
    assert.deepEqual(row.wrong, []);
  });

  it('is wrong when an answer was accepted and is not stored, or was refused', () => {
    assert.deepEqual(rowOf({ ...measured, stored: 899 }).wrong, ['900 accepted, 899 stored, 0 refused']);
    assert.equal(rowOf({ ...measured, refused: 1 }).wrong.length, 1);
  });
});

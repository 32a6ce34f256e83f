import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fuzz } from '../fuzz/fuzz.ts';

describe('every route, whatever is sent to it', () => {
  it('answers, and never with a failure', async (test) => {
    const outcome = await fuzz(test, { runs: 5000, seed: 20261121 });
    assert.equal(outcome.failure, undefined);
    assert.equal(outcome.bodies, 5000);
    // Without these the requests would be too wild to get anywhere.
    for (const status of [200, 201, 404, 409, 422]) assert.ok(outcome.statuses.get(status)! > 5, `${status}`);
  });

  it('is sent the same when the seed is the same', async (test) => {
    const first = await fuzz(test, { runs: 200, seed: 3 });
    const again = await fuzz(test, { runs: 200, seed: 3 });
    assert.deepEqual([...again.statuses].sort(), [...first.statuses].sort());
  });

  it('shows the smallest request that a faulty service fails at', async (test) => {
    const service = { storeBatch: () => Promise.reject(new Error('a mistake')) };
    const { failure } = await fuzz(test, { runs: 5000, seed: 1, service });
    assert.match(failure!, /^500 [^]*\nPOST \/api\/v1\/surveys\/[^]*"answers/);
  });
});

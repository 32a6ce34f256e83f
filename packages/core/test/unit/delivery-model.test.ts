import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { aStory } from './delivery-model/commands.ts';
import { type Sabotage, sabotages } from './delivery-model/sabotage.ts';
import { World } from './delivery-model/world.ts';

/**
 * `CMTO_MODEL_RUNS=20000 CMTO_SEED=7` tells more stories, or others. A failure prints a seed, a path and a replay path:
 * with those in `CMTO_SEED`, `CMTO_PATH` and `CMTO_REPLAY` its story is told again.
 */
const { CMTO_MODEL_RUNS = '300', CMTO_SEED = '20261121', CMTO_PATH = '', CMTO_REPLAY = '' } = process.env;

const holds = (sabotage?: Sabotage) =>
  fc.asyncProperty(aStory(120, CMTO_REPLAY), async (story) => {
    const world = new World(sabotage);
    await fc.asyncModelRun(() => ({ model: world, real: world }), story);
    await world.heal();
  });

describe('drafts and outbox, whatever happens', () => {
  // Many stories take their time: up to a tenth of a second each.
  const timeout = 120_000 + 100 * Number(CMTO_MODEL_RUNS);

  it('keep what they have said, send each answer once, and everything in the end', { timeout }, async (test) => {
    test.diagnostic(`seed ${CMTO_SEED}, ${CMTO_MODEL_RUNS} stories`);
    await fc.assert(holds(), { numRuns: Number(CMTO_MODEL_RUNS), seed: Number(CMTO_SEED), path: CMTO_PATH });
  });

  for (const [words, { found, ...sabotage }] of Object.entries(sabotages)) {
    it(`are caught by this model when one ${words}`, async (test) => {
      const { failed, numRuns, errorInstance } = await fc.check(holds(sabotage), {
        numRuns: 1000,
        seed: 20261121,
        endOnFailure: true,
      });
      assert.ok(failed, 'the model has noticed');
      assert.match((errorInstance as Error).message, found);
      test.diagnostic(`noticed in story ${numRuns}`);
    });
  }
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anEmptyPlace } from '../support/database.ts';
import { tellStory } from '../registers/story.ts';

describe('official registers that fail', () => {
  it('give each request one number in the end, and nobody waits for a receipt', async (test) => {
    const { environment } = await anEmptyPlace(test);
    const { wrong, requests, kills } = await tellStory(test, { environment, requests: 6, seed: 'small' });
    assert.deepEqual(wrong, []);
    assert.equal(requests, 18);
    assert.ok(kills > 0, 'nothing was killed');
  });

  it('are found to give two where nobody asks them before trying again', async (test) => {
    const { environment } = await anEmptyPlace(test);
    const { wrong } = await tellStory(test, { environment, requests: 6, seed: 'small', blind: true });
    assert.match(wrong.join('\n'), /the register gave \d+ numbers to 6 requests/);
  });
});

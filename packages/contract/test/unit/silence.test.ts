import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toldSilence } from '../../src/rules/silence.ts';

describe('toldSilence', () => {
  it('names the remedies of a formal request to nobody else', () => {
    assert.equal(toldSilence('none', true), 'none');
    assert.equal(toldSilence('none', false), 'write');
  });

  it('tells what the law makes of silence whatever the request is', () => {
    for (const isFormal of [true, false]) {
      assert.equal(toldSilence('assent', isFormal), 'assent');
      assert.equal(toldSilence('refusal', isFormal), 'refusal');
    }
  });
});

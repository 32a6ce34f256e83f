import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindOf, loadKinds } from '../../../src/fields/registry.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('no network'));

describe('loadKinds', () => {
  it('has the kinds of a first page without fetching anything', async () => {
    await loadKinds(['text', 'choice', 'scale', 'note'], refuse);
    assert.ok(kindOf('text').read);
  });

  it('says "loading" for a kind whose code cannot be had, and tries again when asked', async () => {
    const pending = kindOf('matrix');
    await assert.rejects(loadKinds(['matrix'], refuse), /no network/);
    assert.equal(kindOf('matrix'), pending);
    await loadKinds(['matrix']);
    assert.notEqual(kindOf('matrix'), pending);
    assert.ok(kindOf('matrix').read);
  });

  it('brings the other kinds one by one as they are asked for', async () => {
    const pending = kindOf('place');
    await loadKinds(['ranking']);
    assert.notEqual(kindOf('ranking'), pending);
    assert.equal(kindOf('place'), pending);
    await loadKinds(['ranking', 'place']);
    assert.notEqual(kindOf('place'), pending);
  });
});

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { FileRecords } from '../../src/storage/file-store.ts';
import { forgetOrphans } from '../../src/storage/orphans.ts';

const hour = 3_600_000;
const now = 1_700_000_000_000;

describe('forgetOrphans', () => {
  let kept: Map<string, unknown>;
  let records: FileRecords;
  const look = (at: number, ...ids: string[]): Promise<void> => forgetOrphans(records, async () => ids, at);

  beforeEach(() => {
    kept = new Map(['a/f', 'a/f/1', 'b/g/1', 'b/g/2'].map((key) => [key, new ArrayBuffer(1)]));
    records = {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
      keys: async () => [...kept.keys()],
      delete: async (keys) => keys.forEach((key) => kept.delete(key)),
    };
  });

  it('forgets what two looks an hour apart find without an entry, and nothing else', async () => {
    await look(now, 'a');
    assert.deepEqual([...kept.keys()], ['a/f', 'a/f/1', 'b/g/1', 'b/g/2', 'orphans']);
    await look(now + hour, 'a');
    assert.deepEqual([...kept.keys()], ['a/f', 'a/f/1']);
  });

  it('leaves the files of a draft that is being begun in another tab', async () => {
    await look(now, 'a');
    await look(now + hour - 1, 'a');
    assert.equal(kept.has('b/g/2'), true);
    await look(now + hour, 'a', 'b');
    assert.deepEqual([...kept.keys()], ['a/f', 'a/f/1', 'b/g/1', 'b/g/2']);
  });

  it('begins to count anew for files that had an entry meanwhile', async () => {
    await look(now, 'a');
    await look(now + 1, 'a', 'b');
    await look(now + hour, 'a');
    assert.equal(kept.has('b/g/1'), true);
  });

  it('counts from a clock that was set back', async () => {
    await look(now, 'a');
    await look(now - 10 * hour, 'a');
    await look(now - 9 * hour, 'a');
    assert.deepEqual([...kept.keys()], ['a/f', 'a/f/1']);
  });

  it('writes nothing where every file has its entry', async () => {
    records.set = records.delete = async () => assert.fail('written');
    await look(now, 'a', 'b');
  });
});

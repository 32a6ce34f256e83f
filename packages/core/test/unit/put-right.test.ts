import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putRight } from '../../src/outbox/put-right.ts';
import type { EntryStore } from '../../src/storage/entry-store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { anEntry } from './an-entry.ts';

const attachment = { field: 'doc', sha256: 'f'.repeat(64), name: 'a.pdf', type: 'application/pdf', size: 3 };

/** A device with one refused answer and its file, where files are written when `room` is there. */
const aDevice = async (room: Promise<void> = Promise.resolve()): Promise<EntryStore> => {
  const store = createMemoryStore();
  await store.putFile('spent', attachment.sha256, new Uint8Array([1, 2, 3]).buffer);
  await store.update('spent', () =>
    anEntry({
      id: 'spent',
      state: 'attention',
      revision: 1,
      attachments: [attachment],
      uploaded: [attachment.sha256],
      submission: { formVersion: 1, language: 'it', answers: { idea: 'treni' } },
      problem: { code: 'idempotency.mismatch' },
    }),
  );
  return {
    ...store,
    async putFile(...file) {
      await room;
      return store.putFile(...file);
    },
  };
};

const shown = async (store: EntryStore): Promise<string[][]> => (await store.all()).map(({ id, state }) => [id, state]);
const bytesOf = async (store: EntryStore, id: string): Promise<number | undefined> =>
  (await store.getFile(id, attachment.sha256))?.byteLength;

describe('putRight under a new id', () => {
  it('shows others the refused answer until its files are copied, and then the new draft alone', async () => {
    const { promise: room, resolve: makeRoom } = Promise.withResolvers<void>();
    const store = await aDevice(room);
    const done = putRight(store, 'spent', 'new');
    await new Promise(setImmediate);
    assert.deepEqual(await shown(store), [['spent', 'attention']]);
    makeRoom();
    const renewed = await done;
    assert.deepEqual([renewed?.id, renewed?.answers, renewed?.uploaded], ['new', { idea: 'treni' }, []]);
    assert.deepEqual(await shown(store), [['new', 'draft']]);
    assert.deepEqual([await bytesOf(store, 'spent'), await bytesOf(store, 'new')], [undefined, 3]);
  });

  it('is done by one of two tabs, and the other leaves nothing behind', async () => {
    const store = await aDevice();
    const [one, other] = await Promise.all([putRight(store, 'spent', 'one'), putRight(store, 'spent', 'other')]);
    assert.deepEqual([one?.id, other], ['one', undefined]);
    assert.deepEqual(await shown(store), [['one', 'draft']]);
    assert.deepEqual([await bytesOf(store, 'one'), await bytesOf(store, 'other')], [3, undefined]);
  });

  it('leaves the refused answer as it is where its files cannot be kept twice', async () => {
    const store = await aDevice(Promise.reject(new DOMException('full', 'QuotaExceededError')));
    await assert.rejects(putRight(store, 'spent', 'new'), { name: 'QuotaExceededError' });
    assert.deepEqual(await shown(store), [['spent', 'attention']]);
    assert.equal(await bytesOf(store, 'spent'), 3);
  });
});

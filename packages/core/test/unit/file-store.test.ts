import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunkSize, createFileStore, type FileRecords } from '../../src/storage/file-store.ts';

/** Records that tell what is in them, and that fail once they hold so many. */
class Records implements FileRecords {
  readonly held = new Map<string, unknown>();
  room = Infinity;
  async get(key: string): Promise<unknown> {
    return this.held.get(key);
  }
  async set(key: string, value: unknown): Promise<void> {
    if (this.held.size >= this.room) throw new DOMException('full', 'QuotaExceededError');
    this.held.set(key, value);
  }
  async keys(): Promise<string[]> {
    return [...this.held.keys()];
  }
  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.held.delete(key);
  }
}

const aFile = (size: number): ArrayBuffer => Uint8Array.from({ length: size }, (_, at) => at % 251).buffer;
const sizes = [0, 1, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize + 7];

describe('the files on a device', () => {
  it('come back as they were, whole or from any byte on', async () => {
    for (const size of sizes) {
      const store = createFileStore(new Records());
      const bytes = aFile(size);
      await store.putFile('a', 'x', bytes);
      assert.deepEqual(await store.getFile('a', 'x'), bytes);
      for (const start of [0, 1, chunkSize - 1, chunkSize, chunkSize + 5, size - 1].filter(
        (at) => at >= 0 && at < size,
      )) {
        const part = await store.readPart('a', 'x', start);
        assert.ok(part && part.byteLength > 0 && part.byteLength <= chunkSize);
        assert.deepEqual(part, bytes.slice(start, start + part.byteLength));
      }
    }
  });

  it('are kept in pieces of plain bytes', async () => {
    const records = new Records();
    await createFileStore(records).putFile('a', 'x', aFile(3 * chunkSize));
    const [head, ...others] = [...records.held.values()].reverse();
    assert.ok((head as { first: ArrayBuffer }).first.byteLength === chunkSize, 'the first piece is written last');
    assert.deepEqual(
      others.map((chunk) => (chunk as ArrayBuffer).byteLength),
      [chunkSize, chunkSize],
    );
  });

  it('count as missing when the device was full, or the browser has lost a piece', async () => {
    const records = new Records();
    const store = createFileStore(records);
    records.room = 2;
    await assert.rejects(store.putFile('a', 'x', aFile(3 * chunkSize)), { name: 'QuotaExceededError' });
    assert.equal(await store.getFile('a', 'x'), undefined);
    records.room = Infinity;
    await store.putFile('a', 'x', aFile(3 * chunkSize));
    records.held.delete('a/x/1');
    assert.equal(await store.getFile('a', 'x'), undefined);
    assert.equal(await store.readPart('a', 'x', chunkSize), undefined);
  });

  it('are forgotten one by one, or with their answer', async () => {
    const records = new Records();
    const store = createFileStore(records);
    for (const [id, name] of [
      ['a', 'x'],
      ['a', 'xy'],
      ['b', 'x'],
    ] as const)
      await store.putFile(id, name, aFile(chunkSize + 1));
    await store.deleteFile('a', 'x');
    assert.deepEqual([...records.held.keys()], ['a/xy/1', 'a/xy', 'b/x/1', 'b/x']);
    await store.deleteFiles('a');
    assert.deepEqual([...records.held.keys()], ['b/x/1', 'b/x']);
  });

  it('are read as an older kit kept them', async () => {
    const records = new Records();
    records.held.set('a/x', aFile(10));
    const store = createFileStore(records);
    assert.deepEqual(await store.getFile('a', 'x'), aFile(10));
    assert.deepEqual(await store.readPart('a', 'x', 4), aFile(10).slice(4));
  });
});

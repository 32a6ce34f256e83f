import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunkSize, createFileStore } from '../../src/storage/file-store.ts';
import { keepFile } from '../../src/storage/keep-file.ts';

const bytes = new ArrayBuffer(2 * chunkSize);

/** Files in a device that has room for so many records. */
const aDevice = () => {
  const held = new Map<string, unknown>();
  const device = { held, room: Infinity };
  const files = createFileStore({
    get: async (key) => held.get(key),
    async set(key, value) {
      if (held.size >= device.room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
    keys: async () => [...held.keys()],
    delete: async (keys) => keys.forEach((key) => held.delete(key)),
  });
  return { device, files };
};

describe('keepFile', () => {
  it('leaves nothing of a file that the device has no room for', async () => {
    const { device, files } = aDevice();
    device.room = 1;
    await assert.rejects(keepFile(files, 'a', 'x', bytes), { code: 'storage.failed' });
    assert.equal(device.held.size, 0);
  });

  it('leaves the same file where it is kept already, as when it is chosen for a second question', async () => {
    const { device, files } = aDevice();
    await keepFile(files, 'a', 'x', bytes);
    device.room = 0;
    await assert.rejects(keepFile(files, 'a', 'x', bytes), { code: 'storage.failed' });
    assert.deepEqual(await files.getFile('a', 'x'), bytes);
  });
});

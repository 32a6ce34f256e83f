import { KitError } from '../kit-error.ts';
import type { EntryStore } from './entry-store.ts';
import type { FileStore } from './file-store.ts';

/** The bytes of a chosen file. Rejects with a `KitError` when it cannot be read: it may be gone since. */
export const readFile = async (file: File): Promise<ArrayBuffer> => {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    throw new KitError('file.unreadable', `cannot read a file of type ${file.type}`, { cause: error });
  }
};

/** Keeps a file under an entry's id. Rejects with a `KitError` when the device does not keep it. */
export const keepFile = async (store: FileStore, id: string, sha256: string, bytes: ArrayBuffer): Promise<void> => {
  try {
    await store.putFile(id, sha256, bytes);
  } catch (error) {
    // What was kept of it only takes the room that is missing; whole, it is kept for another question or by another tab.
    const whole = await store.readPart(id, sha256, 0).catch(() => undefined);
    if (!whole) await store.deleteFile(id, sha256).catch(() => undefined);
    throw new KitError('storage.failed', 'the device does not keep the file', { cause: error });
  }
};

/**
 * Takes a file's bytes away unless the entry on the device names it: what another tab has sent meanwhile goes out with
 * its files. Never rejects; bytes that stay behind go with the entry.
 */
export const forgetFile = async (store: EntryStore, id: string, sha256: string): Promise<void> => {
  try {
    const left = await store.update(id, () => undefined);
    if (!left?.attachments.some((each) => each.sha256 === sha256)) await store.deleteFile(id, sha256);
  } catch {
    // The storage does not answer now.
  }
};

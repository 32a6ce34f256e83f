import type { Submission } from '@cmto/contract';
import type { Entry } from '../storage/entry.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import type { Delivery } from './delivery.ts';

/**
 * Hands an answer, or the message that `entry` holds, to the outbox of `store` or, where the device refuses to keep it,
 * to one in memory: to which.
 */
export const queueEntry = async (
  delivery: Delivery,
  store: EntryStore,
  entry: Entry,
  submission?: Submission,
): Promise<[EntryStore, Entry]> => {
  try {
    return [store, await delivery.outbox(store).enqueue(entry, submission)];
  } catch {
    // The device refuses to keep it (disk full, storage closed): it is sent from memory, and the person is told.
    const memory = await delivery.store(true);
    for (const { sha256 } of (submission ?? entry).attachments ?? []) {
      const bytes = await store.getFile(entry.id, sha256).catch(() => undefined);
      if (bytes) await memory.putFile(entry.id, sha256, bytes);
    }
    // In memory it may lie as it was refused and put right before; nobody but this page has written there.
    await memory.update(entry.id, (held) => (held?.state === 'draft' ? entry : undefined));
    return [memory, await delivery.outbox(memory).enqueue(entry, submission)];
  }
};

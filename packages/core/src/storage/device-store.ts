import { delMany, get, keys, promisifyRequest, set } from 'idb-keyval';
import { indexedDbStore } from '../platform/indexed-db.ts';
import { holdMarks, lostEntries, noteEntries, noteLost, queuedEntries } from '../platform/sentinel-counts.ts';
import { type Entry, isEntry } from './entry.ts';
import type { EntryStore } from './entry-store.ts';
import { createFileStore, type FileRecords } from './file-store.ts';
import { forgetOrphans } from './orphans.ts';
import { createSecondCopy } from './second-copy.ts';

const database = 'cmto-drafts-1';
const name = 'entries';

/**
 * Brings the marks up to date. Inside a transaction, for those are in order across tabs; a later count is not. `added`
 * is how many entries this very transaction has added, -1 when a person has deleted one: nothing is missing then.
 * `isBack`: what it has added was missing, and a page still held it.
 */
const mark = (stored: readonly unknown[], added = 0, isBack = false): void => {
  const missing = queuedEntries();
  // Answers waited here, and now there is no trace of anything: the browser has taken the database away.
  if (stored.length === added && missing > 0) noteLost(lostEntries() + missing);
  if (isBack) noteLost(Math.max(0, lostEntries() - 1));
  const states = stored.filter(isEntry).map(({ state }) => state);
  const open = states.filter((state) => state !== 'delivered').length;
  noteEntries(open, states.filter((state) => state === 'queued').length);
};

/**
 * A full disk can show as late as at the end, when the marks are set already: what was not written does not count.
 * To be called first, for the marks are right again before whoever waits hears of it. Returns how to mark.
 */
const marker = ({ transaction }: IDBObjectStore): typeof mark => {
  let putBack: (() => void) | undefined;
  transaction.addEventListener('abort', () => putBack?.());
  return (...counted) => {
    putBack = holdMarks();
    mark(...counted);
  };
};

/** The entries in IndexedDB, their files beside them. */
export const createDeviceStore = (): EntryStore => {
  const copy = createSecondCopy(database, name);
  const entryStore = indexedDbStore(database, name, copy && { beginsWith: copy.read });
  const chunks = indexedDbStore('cmto-files-1', 'files');
  const records: FileRecords = {
    get: (key) => get<unknown>(key, chunks),
    set: (key, value) => set(key, value, chunks),
    keys: () => keys<string>(chunks),
    delete: (names) => delMany(names, chunks),
  };
  const files = createFileStore(records);
  return {
    durable: true,
    ...files,
    async forgetOrphans(now) {
      await copy?.mend(entryStore);
      await forgetOrphans(records, () => keys<string>(entryStore), now);
    },
    all: () =>
      entryStore('readonly', (store) => {
        const all: IDBRequest<unknown[]> = store.getAll();
        all.addEventListener('success', () => mark(all.result));
        return promisifyRequest(all).then((stored) => stored.filter(isEntry));
      }),
    async update(id, change) {
      let result: Entry | undefined;
      const written = new Set<string>();
      await entryStore(
        'readwrite',
        (store) =>
          new Promise<void>((resolve, reject) => {
            const markSafely = marker(store);
            promisifyRequest(store.transaction).then(resolve, reject);
            const stored: IDBRequest<unknown> = store.get(id);
            stored.onsuccess = () => {
              try {
                // What another kit has written in a way unknown here is neither shown nor overwritten.
                const isStrange = stored.result !== undefined && !isEntry(stored.result);
                const now = isEntry(stored.result) ? stored.result : undefined;
                const changed = isStrange ? undefined : change(now);
                result = changed ?? now;
                // A mere look writes nothing.
                if (!changed) return;
                if (changed.id !== id) store.delete(id);
                store.put(changed, changed.id);
                written.add(id).add(changed.id);
                if (changed.state === now?.state) return;
                const all: IDBRequest<unknown[]> = store.getAll();
                // Every answer begins as a draft: one that comes in queued or delivered has been here before.
                all.onsuccess = () => markSafely(all.result, now ? 0 : 1, !now && changed.state !== 'draft');
              } catch (error) {
                reject(error as Error);
              }
            };
          }),
      );
      if (written.size > 0) await copy?.follow(entryStore, written);
      return result;
    },
    async delete(id, isMeant = () => true) {
      let isDeleted = true;
      await entryStore('readwrite', (store) => {
        const markSafely = marker(store);
        const all: IDBRequest<unknown[]> = store.getAll();
        all.onsuccess = () => {
          const entries = all.result.filter(isEntry);
          isDeleted = entries.every((entry) => entry.id !== id || isMeant(entry));
          if (!isDeleted) return;
          store.delete(id);
          markSafely(
            entries.filter((entry) => entry.id !== id),
            -1,
          );
        };
        return promisifyRequest(store.transaction);
      });
      if (!isDeleted) return;
      await copy?.follow(entryStore, [id]);
      await files.deleteFiles(id);
    },
  };
};

import type { Entry } from './entry.ts';
import type { EntryStore } from './entry-store.ts';
import { createFileStore } from './file-store.ts';

/** Keeps nothing beyond the page: for shared devices, and where the browser denies storage. */
export const createMemoryStore = (): EntryStore => {
  const entries = new Map<string, Entry>();
  const records = new Map<string, unknown>();
  const files = createFileStore({
    get: async (key) => records.get(key),
    set: async (key, value) => void records.set(key, value),
    keys: async () => [...records.keys()],
    delete: async (keys) => keys.forEach((key) => records.delete(key)),
  });
  return {
    durable: false,
    ...files,
    // What is left behind goes with the page.
    forgetOrphans: async () => undefined,
    all: async () => [...entries.values()],
    async update(id, change) {
      const changed = change(entries.get(id));
      if (!changed) return entries.get(id);
      if (changed.id !== id) entries.delete(id);
      entries.set(changed.id, changed);
      return changed;
    },
    async delete(id, isMeant = () => true) {
      const entry = entries.get(id);
      if (entry && !isMeant(entry)) return;
      entries.delete(id);
      await files.deleteFiles(id);
    },
  };
};

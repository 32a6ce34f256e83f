import type { MockStore, StoredFile, StoredResponse } from '@cmto/testing/handlers';
import { createStore, entries, get, update } from 'idb-keyval';

/** Keeps what the demo without a server accepted in this browser, so that a reload finds it again. */
export const browserStore = (): MockStore => {
  const responses = createStore('cmto-demo-responses', 'responses');
  const files = createStore('cmto-demo-files', 'files');
  /** In one transaction, so that of two tabs only one is first. */
  const addOnce = async <T>(name: string, value: T, store: typeof responses): Promise<{ kept: T; isNew: boolean }> => {
    let result = { kept: value, isNew: true };
    await update<T>(
      name,
      (held) => {
        result = held === undefined ? { kept: value, isNew: true } : { kept: held, isNew: false };
        return result.kept;
      },
      store,
    );
    return result;
  };
  return {
    add: async (response) => (await addOnce<StoredResponse>(response.receipt.id, response, responses)).kept,
    find: (key) => get<StoredResponse>(key, responses),
    all: async () => (await entries<string, StoredResponse>(responses)).map(([, response]) => response),
    addFile: async (file) => (await addOnce<StoredFile>(`${file.key} ${file.sha256}`, file, files)).isNew,
    findFile: (key, sha256) => get<StoredFile>(`${key} ${sha256}`, files),
  };
};

import type { MockStore, StoredFile, StoredResponse } from './stored.ts';

/** Keeps everything until the test is over. */
export const memoryStore = (): MockStore => {
  const responses = new Map<string, StoredResponse>();
  const files = new Map<string, StoredFile>();
  return {
    async add(response) {
      const { id } = response.receipt;
      if (!responses.has(id)) responses.set(id, response);
      return responses.get(id)!;
    },
    find: async (key) => responses.get(key),
    all: async () => [...responses.values()],
    async addFile(file) {
      const name = `${file.key} ${file.sha256}`;
      const isNew = !files.has(name);
      if (isNew) files.set(name, file);
      return isNew;
    },
    findFile: async (key, sha256) => files.get(`${key} ${sha256}`),
  };
};

/** Where the chunks lie: the device's database, or memory. */
export interface FileRecords {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  keys(): Promise<string[]>;
  delete(keys: string[]): Promise<void>;
}

/** The files of entries, each under its entry's id and its own SHA-256. */
export interface FileStore {
  /** Resolves once all of the file is kept; until then it counts as not there. */
  putFile(id: string, sha256: string, bytes: ArrayBuffer): Promise<void>;
  getFile(id: string, sha256: string): Promise<ArrayBuffer | undefined>;
  /** The bytes from `start` on that lie together, at most a chunk: as much as is sent at once. */
  readPart(id: string, sha256: string, start: number): Promise<ArrayBuffer | undefined>;
  deleteFile(id: string, sha256: string): Promise<void>;
  /** Forgets the files of an entry: the server has them. */
  deleteFiles(id: string): Promise<void>;
}

/** Bytes of one record and of one request: what a slow network takes some seconds for. */
export const chunkSize = 524_288;

/** The first chunk, written last: with it the file is whole. */
interface Head {
  readonly size: number;
  readonly first: ArrayBuffer;
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' && value !== null && 'first' in value && value.first instanceof ArrayBuffer;

/** Keeps files as ArrayBuffer chunks, never as a Blob or File (WebKit loses those), a chunk in a record of its own. */
export const createFileStore = (records: FileRecords): FileStore => {
  const keyOf = (id: string, sha256: string, chunk: number): string =>
    chunk === 0 ? `${id}/${sha256}` : `${id}/${sha256}/${chunk}`;

  const readHead = async (id: string, sha256: string): Promise<Head | undefined> => {
    const value = await records.get(keyOf(id, sha256, 0));
    // Kept whole by a kit of before there were chunks.
    if (value instanceof ArrayBuffer) return { size: value.byteLength, first: value };
    return isHead(value) ? value : undefined;
  };

  const readPart = async (id: string, sha256: string, start: number): Promise<ArrayBuffer | undefined> => {
    const head = await readHead(id, sha256);
    if (!head) return undefined;
    if (start < head.first.byteLength || head.size === 0) return head.first.slice(start);
    const chunk = Math.floor(start / chunkSize);
    const bytes = await records.get(keyOf(id, sha256, chunk));
    return bytes instanceof ArrayBuffer ? bytes.slice(start - chunk * chunkSize) : undefined;
  };

  const deleteUnder = async (isMeant: (key: string) => boolean): Promise<void> => {
    const keys = (await records.keys()).filter(isMeant);
    if (keys.length > 0) await records.delete(keys);
  };

  return {
    async putFile(id, sha256, bytes) {
      const chunks = Math.ceil(bytes.byteLength / chunkSize);
      for (let chunk = 1; chunk < chunks; chunk += 1) {
        await records.set(keyOf(id, sha256, chunk), bytes.slice(chunk * chunkSize, (chunk + 1) * chunkSize));
      }
      const head: Head = { size: bytes.byteLength, first: bytes.slice(0, chunkSize) };
      await records.set(keyOf(id, sha256, 0), head);
    },
    async getFile(id, sha256) {
      const head = await readHead(id, sha256);
      if (!head) return undefined;
      const whole = new Uint8Array(head.size);
      for (let start = 0; start < head.size;) {
        const part = await readPart(id, sha256, start);
        if (!part?.byteLength) return undefined;
        whole.set(new Uint8Array(part), start);
        start += part.byteLength;
      }
      return whole.buffer;
    },
    readPart,
    deleteFile: (id, sha256) =>
      deleteUnder((key) => key === keyOf(id, sha256, 0) || key.startsWith(`${keyOf(id, sha256, 0)}/`)),
    deleteFiles: (id) => deleteUnder((key) => key.startsWith(`${id}/`)),
  };
};

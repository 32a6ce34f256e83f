const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });

/** Works on the kit's database past the kit, as another version of it or another script would. */
export const inDatabase = async <T>(
  name: string,
  work: (database: IDBDatabase) => IDBRequest<T>,
  version?: number,
  factory = indexedDB,
): Promise<T> => {
  const database = await settled(factory.open(name, version));
  try {
    return await settled(work(database));
  } finally {
    database.close();
  }
};

/** Everything in the database of entries, whoever wrote it. */
export const rawEntries = (): Promise<unknown[]> =>
  inDatabase('cmto-drafts-1', (database) => database.transaction('entries').objectStore('entries').getAll());

/** Writes into the database of entries whatever it is told. */
export const writeRaw = (id: string, value: unknown): Promise<IDBValidKey> =>
  inDatabase('cmto-drafts-1', (database) =>
    database.transaction('entries', 'readwrite').objectStore('entries').put(value, id),
  );

const inCopy = async <T>(work: (database: IDBDatabase) => IDBRequest<T>): Promise<T> =>
  inDatabase('cmto-drafts-1', work, undefined, (await buckets()!.open('cmto-copy')).indexedDB);

/** Keys of all entries in the second copy. */
export const copiedKeys = (): Promise<IDBValidKey[]> =>
  inCopy((database) => database.transaction('entries').objectStore('entries').getAllKeys());

/** Writes into the second copy alone. */
export const writeCopy = (id: string, value: unknown): Promise<IDBValidKey> =>
  inCopy((database) => database.transaction('entries', 'readwrite').objectStore('entries').put(value, id));

/** Keys of all files kept. */
export const rawFiles = (): Promise<IDBValidKey[]> =>
  inDatabase('cmto-files-1', (database) => database.transaction('files').objectStore('files').getAllKeys());

/** Takes the whole database away, as Chromium does when a kill has torn its log: what a bucket holds stays. */
export const lose = (name: string): Promise<unknown> => settled(indexedDB.deleteDatabase(name));

/** Takes everything away, as a browser does that evicts a site or a person who clears it. */
export const evict = async (name: string): Promise<void> => {
  await buckets()?.delete('cmto-copy');
  await lose(name);
};

interface Buckets {
  keys(): Promise<string[]>;
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Storage buckets, where the browser has them. */
export const buckets = (): Buckets | undefined =>
  (navigator as Navigator & { readonly storageBuckets?: Buckets }).storageBuckets;

/** Opens the database one version higher, as a newer kit in another tab does. Rejects while somebody is in the way. */
export const upgrade = (name: string): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const before = indexedDB.open(name);
  before.addEventListener('success', () => {
    const version = before.result.version + 1;
    before.result.close();
    const request = indexedDB.open(name, version);
    request.addEventListener('blocked', () => reject(new Error('an old tab is in the way')));
    request.addEventListener('success', () => {
      request.result.close();
      resolve(version);
    });
    request.addEventListener('error', () => reject(request.error!));
  });
  return promise;
};

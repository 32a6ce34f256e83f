import type { UseStore } from 'idb-keyval';

/** Milliseconds after which an operation that has not ended is given up: WebKit has been seen never to answer. */
const patience = 10_000;

/** A connection can be dead without any `close` event (WebKit), and says so by one of these at its next use. */
const dead: readonly string[] = ['InvalidStateError', 'UnknownError', 'AbortError', 'TimeoutError'];

const request = (database: string, name: string, version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, version);
    opening.onupgradeneeded = () => {
      // Additive: what an older or newer kit keeps stays as it is.
      if (!opening.result.objectStoreNames.contains(name)) opening.result.createObjectStore(name);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

/** Opens the database in whatever version it is, and adds the store if it is missing. */
const open = async (database: string, name: string): Promise<IDBDatabase> => {
  const db = await request(database, name);
  if (db.objectStoreNames.contains(name)) return db;
  db.close();
  return request(database, name, db.version + 1);
};

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('the database does not answer', 'TimeoutError')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * A store for idb-keyval's functions, in a database of its own name (its default names are shared by every script of
 * the page), with strict durability: what a write has acknowledged survives a power cut. What a write has not
 * acknowledged may have been written all the same, so callers repeat only what may be repeated.
 */
export const indexedDbStore = (database: string, name: string): UseStore => {
  let connection: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  const connect = (): Promise<IDBDatabase> => {
    connection ??= open(database, name).then((db) => {
      db.onclose = forget;
      // Another tab wants to upgrade: give way, and reopen at the next use.
      db.onversionchange = () => {
        db.close();
        forget();
      };
      return db;
    });
    connection.catch(forget);
    return connection;
  };
  return async (mode, callback) => {
    const run = async () =>
      callback((await connect()).transaction(name, mode, { durability: 'strict' }).objectStore(name));
    try {
      return await inTime(run());
    } catch (error) {
      if (!(error instanceof DOMException && dead.includes(error.name))) throw error;
      forget();
      // A database that does not answer would not the second time either; another operation will ask it again.
      if (error.name === 'TimeoutError') throw error;
      return inTime(run());
    }
  };
};

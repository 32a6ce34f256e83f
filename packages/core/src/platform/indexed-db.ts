import { entries, type UseStore } from 'idb-keyval';

/** Milliseconds after which an operation that has not ended is given up: WebKit has been seen never to answer. */
const patience = 10_000;

/** A connection can be dead without any `close` event (WebKit), and says so by one of these at its next use. */
const dead: readonly string[] = ['InvalidStateError', 'UnknownError', 'AbortError', 'TimeoutError'];

/** Records by key. */
export type Records = ReadonlyMap<string, unknown>;

/** What differs where a database is not simply the page's own. */
export interface Place {
  /** Whose databases they are, asked at every opening; without it the page's. */
  readonly factory?: () => Promise<IDBFactory>;
  /** What the database begins with, in the very transaction that makes it. Asked where there is none. */
  readonly beginsWith?: () => Promise<Records>;
  readonly durability?: IDBTransactionDurability;
}

/**
 * Resolves with undefined where there is no such database, which is made only if it is told what it begins with: asked
 * by opening it, for what a browser lists can be gone by then.
 */
const request = (factory: IDBFactory, database: string, name: string, version?: number, first?: Records) =>
  new Promise<IDBDatabase | undefined>((resolve, reject) => {
    const opening = factory.open(database, version);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0 && !first) {
        resolve(undefined);
        opening.transaction!.abort();
        return;
      }
      // Additive: what an older or newer kit keeps stays as it is.
      if (opening.result.objectStoreNames.contains(name)) return;
      const store = opening.result.createObjectStore(name);
      if (oldVersion === 0) for (const [key, value] of first ?? []) store.put(value, key);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const nothing: Records = new Map();

/** Opens the database in whatever version it is, and adds the store if it is missing. */
const open = async (database: string, name: string, { factory, beginsWith }: Place): Promise<IDBDatabase> => {
  const databases = (await factory?.()) ?? indexedDB;
  const there = beginsWith && (await request(databases, database, name));
  const db = there ?? (await request(databases, database, name, undefined, (await beginsWith?.()) ?? nothing))!;
  if (db.objectStoreNames.contains(name)) return db;
  db.close();
  return (await request(databases, database, name, db.version + 1, nothing))!;
};

/** All records of one of the page's databases, which is not made if it is missing. */
export const readRecords = async (database: string, name: string): Promise<Records> => {
  const db = await request(indexedDB, database, name);
  if (!db) return nothing;
  try {
    return new Map(
      await entries<string, unknown>(async (mode, use) => use(db.transaction(name, mode).objectStore(name))),
    );
  } finally {
    db.close();
  }
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
export const indexedDbStore = (database: string, name: string, place: Place = {}): UseStore => {
  let connection: Promise<IDBDatabase> | undefined;
  const forget = (): void => {
    connection = undefined;
  };
  const connect = (): Promise<IDBDatabase> => {
    connection ??= open(database, name, place).then((db) => {
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
    const { durability = 'strict' } = place;
    const run = async () => callback((await connect()).transaction(name, mode, { durability }).objectStore(name));
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

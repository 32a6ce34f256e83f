import { del, delMany, entries, get, set, type UseStore } from 'idb-keyval';
import { indexedDbStore, type Records, readRecords } from '../platform/indexed-db.ts';
import { secondPlace } from '../platform/second-place.ts';

/** The same records once more, where what befalls the first place does not reach. */
export interface SecondCopy {
  /** All that is kept there. Rejects where that cannot be told: nothing is to begin empty then. */
  read(): Promise<Records>;
  /**
   * Brings these keys over as they are in the first place now, and those that could not be brought before. Never
   * rejects: the first place has them.
   */
  follow(first: UseStore, changed: Iterable<string>): Promise<void>;
  /** Makes it as the first place is, whatever could not be followed, in this page or before. Never rejects. */
  mend(first: UseStore): Promise<void>;
}

/**
 * A copy of a store of the page's databases, in a bucket of its own; undefined where a browser has no buckets. Only
 * Chromium has them, and only Chromium needs it: all databases of an origin share one LevelDB there, and when a killed
 * process has torn the last record of its log, the next but one start deletes them all (google/leveldb#1287). A bucket
 * has its own log.
 */
export const createSecondCopy = (database: string, name: string): SecondCopy | undefined => {
  const place = secondPlace();
  if (!place) return undefined;
  const second = indexedDbStore(database, name, {
    factory: place.databases,
    beginsWith: () => readRecords(database, name),
    // A lost copy is made again; the first place is the one that has to outlive a power cut.
    durability: 'relaxed',
  });
  const behind = new Set<string>();
  const bring = async (first: UseStore, key: string): Promise<void> => {
    // Before it is read: what changes from here on is to be brought again.
    behind.delete(key);
    try {
      const record = await get<unknown>(key, first);
      await (record === undefined ? del(key, second) : set(key, record, second));
    } catch (error) {
      behind.add(key);
      throw error;
    }
  };
  return {
    async read() {
      return (await place.isThere()) ? new Map(await entries<string, unknown>(second)) : new Map();
    },
    async follow(first, changed) {
      for (const key of changed) behind.add(key);
      await place.alone(async () => {
        for (const key of behind) await bring(first, key);
      });
    },
    mend: (first) =>
      place.alone(async () => {
        if (!(await place.isThere())) return;
        // Read before the first place's: what is only in this one by then is not about to come.
        const copied = new Map(await entries<string, unknown>(second));
        const kept = new Map(await entries<string, unknown>(first));
        const gone = [...copied.keys()].filter((key) => !kept.has(key));
        if (gone.length > 0) await delMany(gone, second);
        // Copied as they are, and so with their keys in the same order.
        const isCopied = ([key, record]: [string, unknown]) =>
          JSON.stringify(copied.get(key)) === JSON.stringify(record);
        for (const [key] of [...kept].filter((entry) => !isCopied(entry))) await bring(first, key);
      }),
  };
};

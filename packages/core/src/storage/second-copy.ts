import { del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval';
import { indexedDbStore, type Records, readRecords } from '../platform/indexed-db.ts';

/** The part of the Storage Buckets API that is used here: https://wicg.github.io/storage-buckets/explainer */
interface Buckets {
  keys(): Promise<string[]>;
  open(name: string, options: { durability: 'relaxed' }): Promise<{ readonly indexedDB: IDBFactory }>;
}

/** The bucket, and the lock for changes in it. */
const bucket = 'cmto-copy';
/** Milliseconds: a tab that sleeps with the lock is not waited for. */
const patience = 2000;

/** The same records once more, where what befalls the first place does not reach. */
export interface SecondCopy {
  /** All that is kept there. Rejects where that cannot be told: nothing is to begin empty then. */
  read(): Promise<Records>;
  /** Brings these keys over as they are in the first place now. Never rejects: the first place has them. */
  follow(changed: Iterable<string>): Promise<void>;
  /** Forgets what the first place has forgotten while it could not be followed. Never rejects. */
  forget(): Promise<void>;
}

/**
 * A copy of a store of the page's database, in a bucket of its own; undefined where a browser has no buckets. Only
 * Chromium has them, and only Chromium needs it: all databases of an origin share one LevelDB there, and when a killed
 * process has torn the last record of its log, the next but one start deletes them all (google/leveldb#1287). A bucket
 * has its own log.
 */
export const createSecondCopy = (database: string, name: string, first: UseStore): SecondCopy | undefined => {
  const { storageBuckets } = navigator as Navigator & { readonly storageBuckets?: Buckets };
  if (!storageBuckets) return undefined;
  const second = indexedDbStore(database, name, {
    factory: async () => (await storageBuckets.open(bucket, { durability: 'relaxed' })).indexedDB,
    beginsWith: () => readRecords(database, name),
    // A lost copy is made again; the first place is the one that has to outlive a power cut.
    durability: 'relaxed',
  });
  const isThere = (): Promise<boolean> =>
    storageBuckets.keys().then(
      (names) => names.includes(bucket),
      // Where they are denied there never was one.
      () => false,
    );

  /** Where buckets are denied, or this one is full, there is one copy. */
  const alone = async (change: () => Promise<void>): Promise<void> => {
    try {
      await navigator.locks.request(bucket, { signal: AbortSignal.timeout(patience) }, change);
    } catch {
      // Nothing is lost by it.
    }
  };

  return {
    async read() {
      return (await isThere()) ? new Map(await entries<string, unknown>(second)) : new Map();
    },
    follow: (changed) =>
      alone(async () => {
        for (const key of changed) {
          const record = await get<unknown>(key, first);
          await (record === undefined ? del(key, second) : set(key, record, second));
        }
      }),
    forget: () =>
      alone(async () => {
        if (!(await isThere())) return;
        // Read before the first place's: what is only in this one by then is not about to come.
        const copied = await keys<string>(second);
        const kept = new Set(await keys<string>(first));
        const gone = copied.filter((key) => !kept.has(key));
        if (gone.length > 0) await delMany(gone, second);
      }),
  };
};

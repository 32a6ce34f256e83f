interface Bucket {
  readonly indexedDB: IDBFactory;
}

/** The part of the Storage Buckets API that is used here: https://wicg.github.io/storage-buckets/explainer */
interface Buckets {
  keys(): Promise<string[]>;
  open(name: string, options: { durability: 'relaxed' }): Promise<Bucket>;
}

/** The bucket, and the lock for changes in it. */
const bucket = 'cmto-copy';
/** Milliseconds: neither a tab that sleeps with the lock nor a place that does not answer is waited for. */
const patience = 2000;

/** Where this site can keep databases besides those of its pages. */
export interface SecondPlace {
  /** Whether it has been made: where the question is denied, it never was. Rejects where that cannot be told now. */
  isThere(): Promise<boolean>;
  /** Its databases; makes it. Rejects where it is denied. */
  databases(): Promise<IDBFactory>;
  /**
   * Changes something there while no other tab does. Never rejects, for what fails there is no loss; what takes too long
   * goes on by itself.
   */
  alone(change: () => Promise<void>): Promise<void>;
}

/** Undefined where a browser has no such place. */
export const secondPlace = (): SecondPlace | undefined => {
  const { storageBuckets } = navigator as Navigator & { readonly storageBuckets?: Buckets };
  // Not to be collected while the page is there: transactions in it would never end then (Chromium 156).
  const held: Bucket[] = [];
  return (
    storageBuckets && {
      isThere: () =>
        storageBuckets.keys().then(
          (names) => names.includes(bucket),
          (error: DOMException) => {
            if (error.name === 'SecurityError') return false;
            throw error;
          },
        ),
      async databases() {
        held[0] = await storageBuckets.open(bucket, { durability: 'relaxed' });
        return held[0].indexedDB;
      },
      async alone(change) {
        const signal = AbortSignal.timeout(patience);
        const late = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        const work: Promise<void> = navigator.locks.request(bucket, { signal }, change);
        // The first place has it.
        await Promise.race([work.catch(() => undefined), late]);
      },
    }
  );
};

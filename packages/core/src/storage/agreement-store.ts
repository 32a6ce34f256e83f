import { clear, del, update, type UseStore, values } from 'idb-keyval';
import { indexedDbStore } from '../platform/indexed-db.ts';

/** That somebody at this device agrees with a contribution. */
export interface Agreement {
  /** API base of the contribution. */
  readonly api: string;
  /** Its public name. */
  readonly contribution: string;
  /** The device's UUID, minted for this contribution alone: nobody can tell what else it agrees with. */
  readonly device: string;
  /** The idempotency key it is sent under, however often. */
  readonly key: string;
  /** The server has it. */
  readonly isCounted: boolean;
}

/** Agreements as this device keeps them, so that nobody is asked twice. Every method rejects with the storage's error. */
export interface AgreementStore {
  all(): Promise<Agreement[]>;
  /** Keeps one, unless there is one already: what is kept then is answered. A counted one never becomes uncounted. */
  keep(agreement: Agreement): Promise<Agreement>;
  forget(agreement: Agreement): Promise<void>;
  forgetAll(): Promise<void>;
}

const isAgreement = (value: unknown): value is Agreement =>
  typeof value === 'object' &&
  value !== null &&
  ['api', 'contribution', 'device', 'key'].every((key) => typeof (value as never)[key] === 'string') &&
  typeof (value as Agreement).isCounted === 'boolean';

const nameOf = ({ api, contribution }: Agreement): string => `${api} ${contribution}`;

const merged = (held: unknown, given: Agreement): Agreement =>
  isAgreement(held) ? { ...held, isCounted: held.isCounted || given.isCounted } : given;

/** In IndexedDB, each change in one transaction: of two tabs the first decides the keys. */
export const createAgreementStore = (
  store: UseStore = indexedDbStore('cmto-agreements-1', 'agreements'),
): AgreementStore => ({
  all: async () => (await values<unknown>(store)).filter(isAgreement),
  async keep(agreement) {
    let kept = agreement;
    await update<unknown>(nameOf(agreement), (held) => (kept = merged(held, agreement)), store);
    return kept;
  },
  forget: (agreement) => del(nameOf(agreement), store),
  forgetAll: () => clear(store),
});

/** For shared devices, and where the browser denies storage. */
export const createMemoryAgreements = (): AgreementStore => {
  const kept = new Map<string, Agreement>();
  return {
    all: async () => [...kept.values()],
    async keep(agreement) {
      const now = merged(kept.get(nameOf(agreement)), agreement);
      kept.set(nameOf(agreement), now);
      return now;
    },
    forget: async (agreement) => void kept.delete(nameOf(agreement)),
    forgetAll: async () => kept.clear(),
  };
};

import type { Entry } from '../../../src/storage/entry.ts';
import type { EntryStore } from '../../../src/storage/entry-store.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import type { Turns } from './turns.ts';

/** What is wrong with the device's storage. */
export type DiskFault = 'none' | 'full' | 'dead' | 'silent';

/** Hears of every change of what is kept, when it is on the disk. */
export type DiskListener = (id: string, before: Entry | undefined, after: Entry | undefined) => void;

const copy = <T>(value: T): T => structuredClone(value);

/** One device's database, shared by all its tabs, with faults. */
export class Disk {
  fault: DiskFault = 'none';
  readonly entries = new Map<string, Entry>();
  readonly #turns: Turns;
  readonly #hear: DiskListener;

  constructor(turns: Turns, hear: DiskListener) {
    this.#turns = turns;
    this.#hear = hear;
  }

  /** The store as one tab sees it. */
  store(tab: string): EntryStore {
    const write = (id: string, after: Entry | undefined): void => {
      if (this.fault === 'full' && after) throw new DOMException('full', 'QuotaExceededError');
      const before = this.entries.get(id);
      if (after) this.entries.set(id, copy(after));
      else this.entries.delete(id);
      this.#hear(id, before, after);
    };
    // A transaction: it waits, happens at once, and is told of later; a crash may come in between.
    const transaction = async <T>(work: () => T): Promise<T> => {
      await this.#turns.wait(tab, 'disk');
      if (this.fault === 'silent') return new Promise<never>(() => undefined);
      if (this.fault === 'dead') throw new DOMException('dead', 'InvalidStateError');
      const result = work();
      await this.#turns.wait(tab, 'disk');
      return result;
    };
    return {
      // Files: nothing of this model's survey has any.
      ...createMemoryStore(),
      durable: true,
      all: () => transaction(() => copy([...this.entries.values()])),
      update: (id, change) =>
        transaction(() => {
          const now = this.entries.get(id);
          const changed = change(now && copy(now));
          if (changed) write(changed.id, changed);
          if (changed && changed.id !== id) write(id, undefined);
          return copy(changed ?? now);
        }),
      delete: (id, isMeant = () => true) =>
        transaction(() => {
          const now = this.entries.get(id);
          if (now && isMeant(copy(now))) write(id, undefined);
        }),
      putFile: async () => undefined,
      getFile: async () => undefined,
      readPart: async () => undefined,
      deleteFile: async () => undefined,
      deleteFiles: async () => undefined,
    };
  }
}

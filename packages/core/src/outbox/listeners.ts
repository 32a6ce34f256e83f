import type { Entry, EntryState } from '../storage/entry.ts';

export type EntryListener = (entry: Entry) => void;
/** The entry is not on the device any more. `isWithdrawn`: because a person wanted it so. */
export type LossListener = (isWithdrawn: boolean) => void;

interface Listener {
  readonly changed: EntryListener;
  readonly lost: LossListener;
}

/** Who wants to know what becomes of which entry. */
export class Listeners {
  readonly #listeners = new Map<string, Set<Listener>>();
  /** The state last told of each entry that somebody listens to. */
  readonly #told = new Map<string, EntryState>();
  readonly #withdrawn = new Set<string>();

  /** Returns how to stop. */
  add(id: string, changed: EntryListener, lost: LossListener): () => void {
    const listener = { changed, lost };
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  tell(entry: Entry): void {
    this.#told.set(entry.id, entry.state);
    for (const { changed } of this.#listeners.get(entry.id) ?? []) changed(entry);
  }

  /** Tells a state that has not been told yet. */
  tellOnce(entry: Entry): void {
    if (this.#listeners.has(entry.id) && this.#told.get(entry.id) !== entry.state) this.tell(entry);
  }

  /** A person has deleted this entry, or is about to: who misses it need not look for it. */
  withdraw(id: string): void {
    this.#withdrawn.add(id);
  }

  /** It has not been deleted after all: if it is missed from now on, nobody has wanted that. */
  keep(id: string): void {
    this.#withdrawn.delete(id);
  }

  tellLoss(id: string): void {
    for (const { lost } of this.#listeners.get(id) ?? []) lost(this.#withdrawn.has(id));
  }

  /** Tells of every entry listened to that is not among those stored. */
  tellLosses(stored: readonly Entry[]): void {
    const present = new Set(stored.map(({ id }) => id));
    for (const id of this.#listeners.keys()) if (!present.has(id)) this.tellLoss(id);
  }
}

import type { Entry } from '../storage/entry.ts';

export type EntryListener = (entry: Entry) => void;
/** The entry is not on the device any more. `isWithdrawn`: because a person wanted it so. */
export type LossListener = (isWithdrawn: boolean) => void;

/** A request for the entry has got through, and the next one follows: of the file named the server has `offset` bytes. */
export type ProgressListener = (sha256: string, offset: number) => void;

interface Listener {
  readonly changed: EntryListener;
  readonly lost: LossListener;
  readonly advanced: ProgressListener;
}

/** What of an entry is told once: where it is, and that one more attempt was in vain. */
const newsOf = ({ state, attempts = 0 }: Entry): string => `${state} ${attempts}`;

/** Who wants to know what becomes of which entry. */
export class Listeners {
  readonly #listeners = new Map<string, Set<Listener>>();
  /** What was last told of each entry that somebody listens to. */
  readonly #told = new Map<string, string>();
  readonly #withdrawn = new Set<string>();

  /** Returns how to stop. */
  add(id: string, changed: EntryListener, lost: LossListener, advanced: ProgressListener): () => void {
    const listener = { changed, lost, advanced };
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  tell(entry: Entry): void {
    this.#told.set(entry.id, newsOf(entry));
    for (const { changed } of this.#listeners.get(entry.id) ?? []) changed(entry);
  }

  /** Tells what has not been told yet. */
  tellOnce(entry: Entry): void {
    if (this.#listeners.has(entry.id) && this.#told.get(entry.id) !== newsOf(entry)) this.tell(entry);
  }

  tellProgress(id: string, sha256: string, offset: number): void {
    for (const { advanced } of this.#listeners.get(id) ?? []) advanced(sha256, offset);
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

import type { Platform } from '../platform/platform.ts';
import type { Entry, NotBefore } from '../storage/entry.ts';

interface Wait {
  readonly stop: () => void;
  /** The server has asked for it: no occasion ends it, only a person. */
  readonly asked: NotBefore | undefined;
}

/** Seconds that are left of a wait, by a clock that may be wrong: one that was set back since has none to go by. */
const secondsLeft = ({ since, seconds }: NotBefore, now: number): number =>
  now < since ? 0 : Math.max(0, seconds - (now - since) / 1000);

/**
 * Entries that are left alone for a while. In this tab by timers alone: a clock may be wrong, or be set back. What the
 * server has asked of another tab, or on an earlier visit, is read from the entry, and waited for once.
 */
export class Waits {
  readonly #waits = new Map<string, Wait>();
  /** What the server has asked for and is over here, whatever the clock says. */
  readonly #over = new Map<string, number>();
  readonly #platform: Platform;
  readonly #onEnd: (id: string) => void;

  /** `onEnd` runs whenever a wait is over by itself. */
  constructor(platform: Platform, onEnd: (id: string) => void) {
    this.#platform = platform;
    this.#onEnd = onEnd;
  }

  has(id: string): boolean {
    return this.#waits.has(id);
  }

  /** Whether the server wants an entry left alone still; it is, from here on, also when this tab was not the one told. */
  heeds({ id, notBefore }: Entry): boolean {
    if (!notBefore || this.#over.get(id) === notBefore.since) return false;
    const seconds = secondsLeft(notBefore, this.#platform.now());
    if (seconds > 0) this.add(id, seconds, notBefore);
    return seconds > 0;
  }

  /** Leaves an entry alone for so many seconds; a wait that is under way is replaced. */
  add(id: string, seconds: number, asked?: NotBefore): void {
    this.#waits.get(id)?.stop();
    const stop = this.#platform.setTimer(() => {
      this.#waits.delete(id);
      if (asked) this.#over.set(id, asked.since);
      this.#onEnd(id);
    }, seconds * 1000);
    this.#waits.set(id, { stop, asked });
  }

  /** Ends the wait of an entry that is another one now. */
  drop(id: string): void {
    this.#waits.get(id)?.stop();
    this.#waits.delete(id);
  }

  /** Ends the waits that are ours, with `all` also those that the server has asked for; not those of `except`. */
  end(all: boolean, except: ReadonlySet<string> = new Set()): void {
    for (const [id, { stop, asked }] of this.#waits) {
      if ((asked && !all) || except.has(id)) continue;
      stop();
      this.#waits.delete(id);
    }
  }
}

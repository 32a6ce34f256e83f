import type { Platform } from '../platform/platform.ts';

interface Wait {
  readonly stop: () => void;
  /** The server has asked for it: no occasion ends it, only a person. */
  readonly asked: boolean;
}

/** Entries that are left alone for a while, by timers alone: a clock may be wrong, or be set back. */
export class Waits {
  readonly #waits = new Map<string, Wait>();
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

  /** Leaves an entry alone for so many seconds; a wait that is under way is replaced. */
  add(id: string, seconds: number, asked = false): void {
    this.#waits.get(id)?.stop();
    const stop = this.#platform.setTimer(() => {
      this.#waits.delete(id);
      this.#onEnd(id);
    }, seconds * 1000);
    this.#waits.set(id, { stop, asked });
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

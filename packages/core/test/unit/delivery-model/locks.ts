/**
 * Web Locks as `Device.exclusively` gives them: one holder of a name, for all its turns, taken away from a tab that
 * sleeps in one of them for long.
 */
export class Locks {
  readonly #lease: number;
  readonly #now: () => number;
  readonly #holders = new Map<string, { readonly owner: string; since: number; readonly lose: () => void }>();

  /** `lease` in milliseconds of the clock `now`. */
  constructor(lease: number, now: () => number) {
    this.#lease = lease;
    this.#now = now;
  }

  async run(owner: string, name: string, turn: () => Promise<boolean>): Promise<void> {
    const holder = this.#holders.get(name);
    if (holder && this.#now() - holder.since < this.#lease) return;
    holder?.lose();
    const { promise: lost, reject } = Promise.withResolvers<never>();
    lost.catch(() => undefined);
    const turns = async (): Promise<void> => {
      while ((await turn()) && this.#holders.get(name) === mine) mine.since = this.#now();
    };
    const mine = { owner, since: this.#now(), lose: () => reject(new DOMException('stolen', 'AbortError')) };
    this.#holders.set(name, mine);
    try {
      // Who loses a lock is told so; the work goes on all the same.
      await Promise.race([turns(), lost]);
    } finally {
      if (this.#holders.get(name) === mine) this.#holders.delete(name);
    }
  }

  /** The browser lets go what a crashed tab held. */
  forget(owner: string): void {
    for (const [name, holder] of this.#holders) if (holder.owner === owner) this.#holders.delete(name);
  }
}

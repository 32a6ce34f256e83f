import { settle } from '../fake-platform.ts';

interface Timer {
  readonly owner: string;
  readonly at: number;
  readonly ring: () => void;
}

/** The one time of all tabs, which passes only when a test says so. */
export class Clock {
  /** Milliseconds, monotonic: what devices make of it as time of day is another matter. */
  time = 0;
  #timers: Timer[] = [];

  set(owner: string, ring: () => void, milliseconds: number): () => void {
    const timer = { owner, ring, at: this.time + milliseconds };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Milliseconds until the next timer rings; undefined without one. */
  get next(): number | undefined {
    if (this.#timers.length === 0) return undefined;
    return Math.max(0, Math.min(...this.#timers.map(({ at }) => at)) - this.time);
  }

  /** Lets time pass; what falls due rings, but for those who sleep: they are late. */
  async pass(milliseconds: number, sleeps: (owner: string) => boolean): Promise<void> {
    const end = this.time + milliseconds;
    for (;;) {
      const due = this.#timers.filter(({ at, owner }) => at <= end && !sleeps(owner)).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.time = Math.max(this.time, due.at);
      due.ring();
      await settle();
    }
    this.time = end;
  }

  forget(owner: string): void {
    this.#timers = this.#timers.filter((timer) => timer.owner !== owner);
  }
}

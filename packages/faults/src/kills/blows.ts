import type { Random } from '../random.ts';

interface BlowsOptions {
  /** How often; Infinity: as long as there is work. */
  readonly times: number;
  /** Answers from one blow to the next. */
  readonly apart?: { readonly from: number; readonly to: number };
}

/** Strikes again and again, each time after a drawn number of answers, in the middle of whatever is under way. */
export class Blows {
  readonly #strike: () => Promise<void>;
  readonly #random: Random;
  readonly #failed = Promise.withResolvers<never>();
  readonly #apart: NonNullable<BlowsOptions['apart']>;
  #left: number;
  #answers = 0;
  #struck = 0;
  #next: number;
  #busy: Promise<void> | undefined;

  constructor(strike: () => Promise<void>, random: Random, { times, apart = { from: 10, to: 200 } }: BlowsOptions) {
    this.#strike = strike;
    this.#random = random;
    this.#left = times;
    this.#apart = apart;
    this.#next = this.#draw();
  }

  /** A server has answered: perhaps its last. */
  count(): void {
    this.#answers += 1;
    if (this.#busy || this.#left === 0 || this.#answers < this.#next) return;
    this.#busy = this.#strikeSoon().catch((error: unknown) => this.#failed.reject(error));
  }

  /** How often it has struck, and what was struck came back. */
  get struck(): number {
    return this.#struck;
  }

  get isOver(): boolean {
    return this.#left === 0;
  }

  /** Waits for `work` and for the last blow. Rejects when one failed: what was struck did not come back. */
  async during(work: Promise<void>): Promise<void> {
    await Promise.race([work, this.#failed.promise]);
    await Promise.race([this.#busy, this.#failed.promise]);
  }

  async #strikeSoon(): Promise<void> {
    // Not right after an answer: at some moment between the first byte of a request and the commit of another.
    await new Promise((resolve) => setTimeout(resolve, this.#random.between(0, 20)));
    await this.#strike();
    this.#struck += 1;
    this.#left -= 1;
    this.#next = this.#answers + this.#draw();
    this.#busy = undefined;
  }

  #draw(): number {
    return this.#random.between(this.#apart.from, this.#apart.to);
  }
}

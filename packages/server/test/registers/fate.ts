import { createHash } from 'node:crypto';

/** What is drawn from a seed for something in particular: the same in every run, whatever was drawn before. */
export class Fate {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** From 0 to 1, without 1. */
  chance(...about: readonly (string | number)[]): number {
    return this.#digest(about).readUInt32BE() / 2 ** 32;
  }

  pick<Item>(items: readonly Item[], ...about: readonly (string | number)[]): Item {
    return items[Math.floor(this.chance(...about) * items.length)]!;
  }

  /** The key of the request of that number. */
  key(number: number): string {
    const hex = this.#digest(['key', number]).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #digest(about: readonly (string | number)[]): Buffer {
    return createHash('sha256')
      .update([this.#seed, ...about].join(' '))
      .digest();
  }
}

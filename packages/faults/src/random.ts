/** 128 bits of a text (the mixing of MurmurHash3): enough that a million forks never meet. */
const hash128 = (text: string): [number, number, number, number] => {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, a ^ b, a ^ c, a ^ d];
};

/**
 * Chance that can be repeated: the same seed and labels give the same draws, whatever else runs meanwhile. Runs in a
 * page, too. The generator is Chris Doty-Humphrey's sfc32.
 */
export class Random {
  readonly #seed: string;
  readonly #state: [number, number, number, number];

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = hash128(seed);
    // Seeds that are alike begin alike.
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** An independent source for one purpose: what is drawn from it does not move the draws of others. */
  fork(label: string | number): Random {
    return new Random(`${this.#seed}/${label}`);
  }

  /** A number in [0, 1). */
  next(): number {
    const state = this.#state;
    const [a, b, c, count] = state;
    const sum = (a + b + count) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = (count + 1) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** A version 4 UUID. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.between(0, 15).toString(16));
    hex[12] = '4';
    hex[16] = this.pick(['8', '9', 'a', 'b']);
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

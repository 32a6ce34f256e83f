import type { Unit } from './prose.ts';
import { PIECE_OWED } from './thresholds.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A paragraph that shares words with what was looked for. */
export interface Alike {
  readonly index: number;
  /** The share of the words looked for that stand there in any order, by weight: 0 to 1. */
  readonly share: number;
}

/** How many entries are looked at for one paragraph, the rarest words first: time grows with the text, not its square. */
const BUDGET = 4000;

/** How many of the best are compared word by word. */
const BEST = 8;

/** Finds the paragraphs of one version that share the most telling words with a text. */
export class Likeness {
  readonly #units: readonly Unit[];
  readonly #vocabulary: Vocabulary;
  readonly #where = new Map<number, number[]>();
  readonly #score: Float64Array;
  readonly #known = new WeakMap<readonly number[], Alike[]>();

  constructor(units: readonly Unit[], vocabulary: Vocabulary) {
    this.#units = units;
    this.#vocabulary = vocabulary;
    this.#score = new Float64Array(units.length);
    for (const { index, sorted } of units) {
      for (let at = 0; at < sorted.length; at++) {
        const word = sorted[at]!;
        if (word === sorted[at - 1]) continue;
        const list = this.#where.get(word);
        if (list) list.push(index);
        else this.#where.set(word, [index]);
      }
    }
  }

  /** The paragraphs most alike to these sorted words, the best first. */
  alike(sorted: readonly number[]): Alike[] {
    const known = this.#known.get(sorted) ?? this.#search(sorted);
    this.#known.set(sorted, known);
    return known;
  }

  #search(sorted: readonly number[]): Alike[] {
    const touched = this.#collect(sorted);
    const best = this.#best(touched);
    for (const index of touched) this.#score[index] = 0;
    const whole = this.#vocabulary.weightOf(sorted);
    return best
      .map((index) => ({ index, share: this.#vocabulary.weightOf(shared(sorted, this.#units[index]!.sorted)) / whole }))
      .toSorted((a, b) => b.share - a.share || a.index - b.index);
  }

  /**
   * How much of these words stands at the best of the places that are not `expected`, or in pieces at several: 0 to 1.
   * A paragraph is a piece where at least half of it (by weight) consists of them.
   */
  rival(sorted: readonly number[], expected: readonly number[]): number {
    const others = this.alike(sorted).filter(({ index }) => !expected.includes(index));
    let rest = sorted;
    for (const { index } of others) {
      const there = this.#units[index]!.sorted;
      const piece = shared(rest, there);
      if (this.#vocabulary.weightOf(piece) >= PIECE_OWED * this.#vocabulary.weightOf(there))
        rest = without(rest, piece);
    }
    const pieces = 1 - this.#vocabulary.weightOf(rest) / this.#vocabulary.weightOf(sorted);
    return Math.max(others[0]?.share ?? 0, pieces);
  }

  /** The highest scores, one after the other: cheaper than sorting thousands of which eight are wanted. */
  #best(touched: readonly number[]): number[] {
    const score = this.#score;
    const best: number[] = [];
    for (const index of touched) {
      if (best.length === BEST && score[index]! <= score[best.at(-1)!]!) continue;
      const at = best.findIndex((other) => score[other]! < score[index]!);
      best.splice(at < 0 ? best.length : at, 0, index);
      if (best.length > BEST) best.pop();
    }
    return best;
  }

  #collect(sorted: readonly number[]): number[] {
    const words = [...new Set(sorted)].toSorted(
      (a, b) => this.#vocabulary.frequency(a) - this.#vocabulary.frequency(b) || a - b,
    );
    const touched: number[] = [];
    let seen = 0;
    for (const word of words) {
      const list = this.#where.get(word) ?? [];
      if (seen > 0 && seen + list.length > BUDGET) break;
      seen += list.length;
      const weight = this.#vocabulary.weight(word);
      for (const index of list) {
        if (this.#score[index] === 0) touched.push(index);
        this.#score[index]! += weight;
      }
    }
    return touched;
  }
}

/** The words that two sorted lists share, each as often as both have it. */
const shared = (a: readonly number[], b: readonly number[]): number[] => {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      both.push(a[i]!);
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return both;
};

/** A sorted list without the words of another one that is part of it. */
const without = (all: readonly number[], part: readonly number[]): number[] => {
  let at = 0;
  return all.filter((word) => {
    if (word !== part[at]) return true;
    at++;
    return false;
  });
};

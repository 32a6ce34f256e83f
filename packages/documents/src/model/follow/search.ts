import type { Comparison } from './comparison.ts';
import { keptWords, longestRun } from './kept.ts';
import { unexplained } from './new-text.ts';
import { DOUBLE, PHRASE_LEFT, PIECE_ADDS, PIECE_OWED, UNRELATED, WORTH_A_LOOK } from './thresholds.ts';
import type { Unit } from './prose.ts';

/** Words that are looked for in the other version: those of a paragraph, or of a passage of it. */
export interface Wanted {
  /** The paragraph of the earlier version that they come from. */
  readonly unit: number;
  readonly words: readonly number[];
  readonly sorted: readonly number[];
}

/** A paragraph of the later version in which they are found again. */
export interface Find {
  readonly unit: number;
  /** Per wanted word, the index of the word that it became there, or -1. */
  readonly kept: Int32Array;
  /** The share of the wanted words, by weight, that stand there in their order. */
  readonly share: number;
  /** The share of the paragraph found that they make up. */
  readonly owed: number;
}

/** Where wanted words went, as far as words can tell. All shares are of the wanted words, by weight. */
export interface Search {
  /** The place with the most of them first, then further pieces of a split; none where nothing was found. */
  readonly finds: readonly Find[];
  /** The share that stands at these places. */
  readonly kept: number;
  /** The share of those same words that stands at the next best place, too, in either version. */
  readonly rival: number;
  /** `kept / (kept + rival)`. */
  readonly certainty: number;
  /** The share of the words found that another place has as well, and from no other paragraph. */
  readonly contested: number;
  /** The share that stands at one other place and not at those found. */
  readonly apart: number;
  /** All places with any share of them worth a look. */
  readonly near: readonly number[];
  /** Whether a place, however little it has of them, has whole phrases or is itself made of them. */
  readonly isTouched: boolean;
}

const findIn = ({ vocabulary }: Comparison, { words }: Wanted, whole: number, unit: Unit): Find => {
  const kept = keptWords(words, unit.words);
  const weight = vocabulary.weightOf(words.filter((_, at) => kept[at] !== -1));
  return { unit: unit.index, kept, share: weight / whole, owed: weight / vocabulary.weightOf(unit.words) };
};

/** How much of the wanted words a find adds to those found already, by weight. */
const added = ({ vocabulary }: Comparison, { words }: Wanted, covered: readonly boolean[], { kept }: Find): number =>
  vocabulary.weightOf(words.filter((_, at) => kept[at] !== -1 && !covered[at]));

/** Whether the words that a piece has are its own: what many paragraphs say is no proof of a split. */
const isDistinct = ({ inFrom, inTo }: Comparison, { unit, words }: Wanted, find: Find): boolean => {
  const its = words.filter((_, at) => find.kept[at] !== -1).toSorted((a, b) => a - b);
  return Math.max(inFrom.rival(its, [unit]), inTo.rival(its, [find.unit])) <= DOUBLE;
};

/** The best place and the pieces beside it, and which of the wanted words they have. */
const withPieces = (comparison: Comparison, wanted: Wanted, whole: number, found: readonly Find[]) => {
  const best = found[0]!;
  const finds = [best];
  const covered = wanted.words.map((_, at) => best.kept[at] !== -1);
  for (const find of found.slice(1)) {
    const more = added(comparison, wanted, covered, find) / whole;
    const isBeside = finds.some(({ unit }) => Math.abs(unit - find.unit) === 1);
    if (more < PIECE_ADDS || find.owed < PIECE_OWED || best.owed < PIECE_OWED || !isBeside) continue;
    if (!isDistinct(comparison, wanted, find)) continue;
    finds.push(find);
    for (const at of covered.keys()) covered[at] ||= find.kept[at] !== -1;
  }
  return { finds, covered };
};

/**
 * Looks for words among the paragraphs of the later version that are not known to be another paragraph, unchanged.
 * Look-alikes count as rivals wherever they stand, in the earlier version too: what resembles another paragraph from the
 * beginning cannot be told from it by its words. Places in `without` are not looked for; rivals they are.
 */
export const search = (comparison: Comparison, wanted: Wanted, without: readonly number[] = []): Search => {
  const { inFrom, inTo, to, equal, vocabulary } = comparison;
  const whole = vocabulary.weightOf(wanted.words);
  const there = inTo.alike(wanted.sorted);
  const found = there
    // Words in any order are at least as many as words in their order: what has too few of them need not be compared.
    .filter(({ index, share }) => share >= WORTH_A_LOOK && equal.units.back[index] === -1 && !without.includes(index))
    .map(({ index }) => findIn(comparison, wanted, whole, to.units[index]!))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || a.unit - b.unit);
  const near = found.map(({ unit }) => unit);
  const isTouched = found.some(({ kept, owed }) => owed >= PIECE_OWED || longestRun(kept) >= PHRASE_LEFT);
  if (found.length === 0) {
    const rival = Math.max(inFrom.rival(wanted.sorted, [wanted.unit]), inTo.rival(wanted.sorted, []));
    return { finds: [], kept: 0, rival, certainty: 0, contested: 0, apart: 0, near, isTouched };
  }
  const { finds, covered } = withPieces(comparison, wanted, whole, found);
  const places = finds.map(({ unit }) => unit);
  const others = found.filter(({ unit }) => !places.includes(unit));
  const its = wanted.words.filter((_, at) => covered[at]);
  const sorted = its.toSorted((a, b) => a - b);
  const kept = vocabulary.weightOf(its) / whole;
  const rival = kept * Math.max(inFrom.rival(sorted, [wanted.unit]), inTo.rival(sorted, places));
  const twice = ({ unit, kept: there }: Find): number => {
    const both = wanted.words.map((_, at) => covered[at]! && there[at] !== -1);
    if (vocabulary.weightOf(wanted.words.filter((_, at) => both[at])) < UNRELATED * whole) return 0;
    const open = unexplained(comparison, to.units[unit]!, wanted.unit);
    return vocabulary.weightOf(wanted.words.filter((_, at) => both[at] && open[there[at]!])) / whole;
  };
  return {
    finds,
    kept,
    rival,
    near,
    isTouched,
    certainty: kept / (kept + rival),
    contested: Math.max(0, ...others.map(twice)),
    apart: Math.max(0, ...others.map((other) => added(comparison, wanted, covered, other) / whole)),
  };
};

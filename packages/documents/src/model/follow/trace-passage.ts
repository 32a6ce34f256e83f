import type { Comparison } from './comparison.ts';
import type { Reason } from './outcome.ts';
import type { Unit } from './prose.ts';
import { search, type Search } from './search.ts';
import { KEPT, PASSAGE_KEPT, PASSAGE_PIECE, PASSAGE_WORDS } from './thresholds.ts';
import { isCertainPlace, type Trace } from './trace-paragraph.ts';

/** The first and the last word of a passage in its paragraph, by index. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** Where a quoted passage went: places as of its paragraph, each with the words that the passage is now, if it is. */
export interface PassageTrace extends Omit<Trace, 'finds'> {
  readonly finds: readonly { readonly unit: number; readonly share: number; readonly range?: WordRange }[];
}

/** More foreign words than this between two words of a passage make two passages of it. */
const GAP = 8;

/** The stretch of a paragraph with the most words of a passage. */
const rangeIn = (kept: Int32Array): WordRange | undefined => {
  const there = kept.filter((at) => at !== -1).toSorted();
  let best: { first: number; last: number; words: number } | undefined;
  for (let start = 0, end = 0; start < there.length; start = end) {
    end = start + 1;
    while (end < there.length && there[end]! - there[end - 1]! <= GAP) end++;
    if (!best || end - start > best.words) best = { first: there[start]!, last: there[end - 1]!, words: end - start };
  }
  return best && { first: best.first, last: best.last };
};

/** Looks for the passage itself, outside the places of its paragraph. */
const searchPassage = (comparison: Comparison, unit: Unit, { first, last }: WordRange, without: number[]): Search => {
  const words = unit.words.slice(first, last + 1);
  return search(comparison, { unit: unit.index, words, sorted: words.toSorted((a, b) => a - b) }, without);
};

const elsewhere = ({ finds, certainty }: Search): PassageTrace => ({
  state: 'changed',
  finds: finds.slice(0, 1).map(({ unit, share, kept }) => ({ unit, share, range: rangeIn(kept) })),
  certainty,
  reason: 'passage-moved',
});

const isCertain = (comparison: Comparison, unit: Unit, { first, last }: WordRange, found: Search): boolean =>
  last - first + 1 >= PASSAGE_WORDS &&
  (found.finds[0]?.share ?? 0) >= PASSAGE_KEPT &&
  isCertainPlace(comparison, unit, found);

/** The paragraph went, or nobody knows where: its passage may still be found by its own words. */
const traceAlone = (comparison: Comparison, unit: Unit, range: WordRange, whole: Trace): PassageTrace => {
  const found = searchPassage(comparison, unit, range, []);
  if (isCertain(comparison, unit, range, found)) {
    const isEqual = comparison.to.units[found.finds[0]!.unit]!.paragraph.text === unit.paragraph.text;
    return { ...elsewhere(found), ...(isEqual ? { state: 'equal', reason: 'moved' } : {}) };
  }
  const isLost = whole.state === 'unsure' || (found.finds[0]?.share ?? 0) < PASSAGE_KEPT;
  return isLost ? whole : { ...elsewhere(found), state: 'unsure', reason: 'look-alike' };
};

/** Follows a passage: within its paragraph first, then by its own words. `whole` is its paragraph's trace. */
export const tracePassage = (comparison: Comparison, unit: Unit, range: WordRange, whole: Trace): PassageTrace => {
  if (whole.state === 'equal')
    return { ...whole, finds: whole.finds.map(({ unit: there }) => ({ unit: there, share: 1, range })) };
  if (whole.state !== 'changed') return traceAlone(comparison, unit, range, whole);
  const { vocabulary } = comparison;
  const words = unit.words.slice(range.first, range.last + 1);
  const weight = vocabulary.weightOf(words);
  const placed = (there: number, kept: Int32Array) => {
    const share = vocabulary.weightOf(words.filter((_, at) => kept[at] !== -1)) / weight;
    return { unit: there, share, range: rangeIn(kept) };
  };
  const places = whole.finds
    .map(({ unit: there, kept }) => placed(there, kept.slice(range.first, range.last + 1)))
    .toSorted((a, b) => b.share - a.share);
  const best = places[0]!;
  if (best.share >= KEPT) {
    if (isElsewhereToo(comparison, words, whole))
      return { ...whole, state: 'unsure', finds: places, reason: 'look-alike' };
    const reason: Reason = best.share === 1 && isUnbroken(best.range!, words.length) ? 'around-passage' : whole.reason;
    return { ...whole, finds: [best, ...places.slice(1).filter(({ share }) => share >= PASSAGE_PIECE)], reason };
  }
  const found = searchPassage(
    comparison,
    unit,
    range,
    whole.finds.map(({ unit: there }) => there),
  );
  if (isCertain(comparison, unit, range, found)) return elsewhere(found);
  // Half of it here, half of it there, or its double elsewhere: a person has to look.
  if ((found.finds[0]?.share ?? 0) >= KEPT || found.rival >= PASSAGE_KEPT || best.share >= KEPT / 2)
    return { ...whole, state: 'unsure', finds: [best, ...elsewhere(found).finds], reason: 'passage-gone' };
  return {
    ...whole,
    finds: whole.finds.slice(0, 1).map(({ unit: there, share }) => ({ unit: there, share })),
    reason: 'passage-gone',
  };
};

/** Whether the words of a passage that its paragraph has lost stand together at another place. */
const isElsewhereToo = ({ inTo, to, vocabulary }: Comparison, words: readonly number[], { finds }: Trace): boolean => {
  const places = finds.map(({ unit }) => unit);
  const there = new Set(places.flatMap((unit) => to.units[unit]!.words));
  const lost = words.filter((word) => !there.has(word)).toSorted((a, b) => a - b);
  if (vocabulary.weightOf(lost) < PASSAGE_PIECE * vocabulary.weightOf(words)) return false;
  return inTo.rival(lost, places) >= PASSAGE_KEPT;
};

const isUnbroken = ({ first, last }: WordRange, words: number): boolean => last - first + 1 === words;

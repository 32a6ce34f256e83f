import { commonWords } from '../common-words.ts';

/** A phrase that changed places is recognised from this many words on. */
const PHRASE = 3;

/** Lengths of the runs of words that stand side by side on both sides; each word has the length of its run. */
const runLengths = (kept: Int32Array): Int32Array => {
  const lengths = new Int32Array(kept.length);
  for (let start = 0, end = 0; start < kept.length; start = end) {
    end = start + 1;
    if (kept[start] === -1) continue;
    while (end < kept.length && kept[end] === kept[end - 1]! + 1) end++;
    lengths.fill(end - start, start, end);
  }
  return lengths;
};

/** The most words in a row that were kept in a row. */
export const longestRun = (kept: Int32Array): number =>
  runLengths(kept).reduce((most, length) => Math.max(most, length), 0);

/** Matches, among the words that are still free on both sides, the phrases of a longest common sequence. */
const addPhrases = (kept: Int32Array, before: readonly number[], after: readonly number[]): boolean => {
  const taken = new Set(kept);
  const restBefore = [...before.keys()].filter((at) => kept[at] === -1);
  const restAfter = [...after.keys()].filter((at) => !taken.has(at));
  if (restBefore.length < PHRASE || restAfter.length < PHRASE) return false;
  const again = commonWords(
    restBefore.map((at) => before[at]!),
    restAfter.map((at) => after[at]!),
  );
  const moved = new Int32Array(before.length).fill(-1);
  for (const [at, index] of again.entries()) if (index !== -1) moved[restBefore[at]!] = restAfter[index]!;
  const lengths = runLengths(moved);
  for (const [at, length] of lengths.entries()) if (length >= PHRASE) kept[at] = moved[at]!;
  return lengths.some((length) => length >= PHRASE);
};

/** How often phrases are looked for again: as many sentences of a paragraph may have changed places. */
const TIMES = 4;

/**
 * For each word of `before`, the index of the word of `after` that it became, or -1: those of a longest common
 * sequence, and whole phrases of the rest that changed places.
 */
export const keptWords = (before: readonly number[], after: readonly number[]): Int32Array => {
  const kept = commonWords(before, after);
  for (let times = 0; times < TIMES && addPhrases(kept, before, after); times++);
  return kept;
};

import type { Corpus } from './measure.ts';

/** What the thresholds were chosen on. */
export const TUNING: Corpus = { name: 'tuning', seeds: { first: 1, count: 120 }, prose: ['piano', 'costituzione'] };

/** What the figures are told of: other seeds, other edits, other mixtures, and nothing was changed after looking at it. */
export const HELD_OUT: readonly Corpus[] = [
  { name: 'plan', seeds: { first: 41_001, count: 60 }, prose: ['piano'] },
  { name: 'law', seeds: { first: 42_001, count: 60 }, prose: ['costituzione'] },
  { name: 'both', seeds: { first: 43_001, count: 60 }, prose: ['costituzione', 'piano'] },
];

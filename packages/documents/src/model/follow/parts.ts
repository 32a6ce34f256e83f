import type { Equal } from './equal-texts.ts';
import { type Keyed, pair, pairUnique } from './pairs.ts';
import type { Part, Prose } from './prose.ts';

/** Words of each section by the section of the other version in which they were found again. */
type Votes = readonly Map<number, number>[];

const votes = (from: Prose, to: Prose, { units }: Equal): Votes => {
  const result = from.parts.map(() => new Map<number, number>());
  for (const { index, section, words } of from.units) {
    const there = to.units[units.forth[index]!];
    if (there) result[section]!.set(there.section, (result[section]!.get(there.section) ?? 0) + words.length);
  }
  return result;
};

const counted = (forth: Votes, size: number): Votes => {
  const back = Array.from({ length: size }, () => new Map<number, number>());
  for (const [index, there] of forth.entries()) for (const [other, words] of there) back[other]!.set(index, words);
  return back;
};

/** Who has more than half of all votes, else -1. */
const winner = (there: ReadonlyMap<number, number>): number => {
  const all = [...there.values()].reduce((sum, words) => sum + words, 0);
  for (const [index, words] of there) if (words * 2 > all) return index;
  return -1;
};

const lastHeading = (path: string): string | undefined => path.slice(path.lastIndexOf('/') + 1) || undefined;

const byPath = ({ index, path }: Part): Keyed => [index, lastHeading(path) && path];
const byHeading = ({ index, path }: Part): Keyed => [index, lastHeading(path)];

/**
 * Pairs sections: by their headings where no other section has the same ones but for a number, else by where the
 * paragraphs went that stand directly under them.
 */
export const pairParts = (from: Prose, to: Prose, equal: Equal): void => {
  for (const key of [byPath, byHeading]) pairUnique(equal.parts, from.parts.map(key), to.parts.map(key));
  const forth = votes(from, to, equal);
  const back = counted(forth, to.parts.length);
  for (const [index, there] of forth.entries()) {
    const other = winner(there);
    if (other >= 0 && winner(back[other]!) === index) pair(equal.parts, index, other);
  }
};

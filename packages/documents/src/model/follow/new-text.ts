import type { Comparison } from './comparison.ts';
import { keptWords } from './kept.ts';
import type { Unit } from './prose.ts';
import { NEW_TEXT, OWN_WORDS } from './thresholds.ts';

const isPaired = ({ equal, from }: Comparison, at: number): boolean => {
  const node = from.nodes[at];
  return !node || (node.kind === 'paragraph' ? equal.units : equal.parts).forth[node.index] !== -1;
};

/** Where the nearest unchanged neighbour on one side (`step` -1 or 1) stands in the later version. */
const neighbour = (comparison: Comparison, start: number, step: -1 | 1): number => {
  const { from, to, equal } = comparison;
  let at = start + step;
  while (!isPaired(comparison, at)) at += step;
  const node = from.nodes[at];
  if (!node) return at < 0 ? -1 : to.nodes.length;
  const index = (node.kind === 'paragraph' ? equal.units : equal.parts).forth[node.index];
  return to.nodes.findIndex((other) => other.kind === node.kind && other.index === index);
};

/** The paragraphs of the later version between a place and the next unchanged node. */
const openFrom = ({ to, equal }: Comparison, start: number, step: -1 | 1): Unit[] => {
  const found: Unit[] = [];
  for (let at = start + step; ; at += step) {
    const node = to.nodes[at];
    if (!node) return found;
    if ((node.kind === 'paragraph' ? equal.units : equal.parts).back[node.index] !== -1) return found;
    if (node.kind === 'paragraph') found.push(to.units[node.index]!);
  }
};

/** Which words of a paragraph no other paragraph of the earlier version explains. */
export const unexplained = ({ inFrom, from }: Comparison, { words, sorted }: Unit, gone: number): boolean[] => {
  const open = words.map(() => true);
  for (const { index } of inFrom.alike(sorted).slice(0, 3)) {
    if (index === gone) continue;
    const kept = keptWords(words, from.units[index]!.words);
    for (const at of open.keys()) open[at] &&= kept[at] === -1;
  }
  return open;
};

/** The share of a paragraph, by weight, that only its own words explain in a paragraph of the later version. */
export const ownShare = (
  { vocabulary }: Comparison,
  { words }: Unit,
  other: Unit,
  open: readonly boolean[],
): number => {
  const kept = keptWords(words, other.words);
  const own = words.filter((_, at) => kept[at] !== -1 && open[kept[at]!]);
  return vocabulary.weightOf(own) / vocabulary.weightOf(words);
};

/**
 * Whether something new stands where a paragraph stood, or somewhere with a few words that only this paragraph had
 * (`near`). Then nobody can tell by words alone whether it was deleted and other text inserted, or rewritten from the
 * first word to the last.
 */
export const hasNewText = (comparison: Comparison, unit: Unit, near: readonly number[]): boolean => {
  const enough = NEW_TEXT * unit.words.length;
  const isNew = (open: readonly boolean[]): boolean => open.filter(Boolean).length >= enough;
  const atItsPlace = new Set([
    ...openFrom(comparison, neighbour(comparison, unit.at, -1), 1),
    ...openFrom(comparison, neighbour(comparison, unit.at, 1), -1),
  ]);
  if ([...atItsPlace].some((candidate) => isNew(unexplained(comparison, candidate, unit.index)))) return true;
  return near.some((index) => {
    const candidate = comparison.to.units[index]!;
    const open = unexplained(comparison, candidate, unit.index);
    return isNew(open) && ownShare(comparison, unit, candidate, open) >= OWN_WORDS;
  });
};

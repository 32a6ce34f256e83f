import type { Comparison } from './comparison.ts';
import { keptWords } from './kept.ts';
import type { Unit } from './prose.ts';
import { NEW_TEXT } from './thresholds.ts';

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

/** How many of a paragraph's words no other paragraph of the earlier version explains. */
const unexplained = ({ inFrom, from }: Comparison, { words, sorted }: Unit, gone: number): number => {
  const explained = words.map(() => false);
  for (const { index } of inFrom.alike(sorted).slice(0, 3)) {
    if (index === gone) continue;
    const kept = keptWords(words, from.units[index]!.words);
    for (const at of explained.keys()) explained[at] ||= kept[at] !== -1;
  }
  return explained.filter((is) => !is).length;
};

/**
 * Whether something new stands where a paragraph stood, or somewhere with a few of its words (`near`). Then nobody can
 * tell by words alone whether it was deleted and other text inserted, or rewritten from the first word to the last.
 */
export const hasNewText = (comparison: Comparison, unit: Unit, near: readonly number[]): boolean => {
  const enough = NEW_TEXT * unit.words.length;
  const candidates = new Set([
    ...near.map((index) => comparison.to.units[index]!),
    ...openFrom(comparison, neighbour(comparison, unit.at, -1), 1),
    ...openFrom(comparison, neighbour(comparison, unit.at, 1), -1),
  ]);
  return [...candidates].some((candidate) => unexplained(comparison, candidate, unit.index) >= enough);
};

import type { Comparison } from './comparison.ts';
import type { Reason } from './outcome.ts';
import type { Part } from './prose.ts';

/** Where a section went; `part` is its place, or the likely one. */
export interface SectionTrace {
  readonly state: 'same' | 'moved' | 'changed' | 'gone' | 'unsure';
  readonly part?: number;
  readonly certainty: number;
  readonly reason: Reason;
}

const isUnchanged = ({ equal, movedUnits, to }: Comparison, part: Part, other: Part): boolean =>
  part.section.heading === other.section.heading &&
  part.units.length === other.units.length &&
  part.units.every(
    ({ index }) => !movedUnits.has(index) && to.units[equal.units.forth[index]!]?.section === other.index,
  );

/** The share of a section's own words that were found unchanged anywhere. */
const found = ({ equal }: Comparison, { units }: Part): number => {
  const all = units.reduce((sum, { words }) => sum + words.length, 0);
  const there = units.reduce((sum, { index, words }) => sum + (equal.units.forth[index] === -1 ? 0 : words.length), 0);
  return all === 0 ? 0 : there / all;
};

/** Follows a section as a whole. One that is not found again is never said to be gone unless its heading is, too. */
export const traceSection = (comparison: Comparison, part: Part): SectionTrace => {
  const { equal, to, movedParts } = comparison;
  const other = to.parts[equal.parts.forth[part.index]!];
  if (!other) {
    const isHeadingThere = to.parts.some(({ path }) => path === part.path);
    const share = found(comparison, part);
    if (isHeadingThere || share > 0) return { state: 'unsure', certainty: share, reason: 'look-alike' };
    const isNew = to.parts.some(({ index }) => equal.parts.back[index] === -1);
    return isNew
      ? { state: 'unsure', certainty: 0, reason: 'new-text' }
      : { state: 'gone', certainty: 1, reason: 'deleted' };
  }
  if (!isUnchanged(comparison, part, other))
    return { state: 'changed', part: other.index, certainty: 1, reason: 'section-reworded' };
  const hasMoved = movedParts.has(part.index);
  return {
    state: hasMoved ? 'moved' : 'same',
    part: other.index,
    certainty: 1,
    reason: hasMoved ? 'section-moved' : 'unchanged',
  };
};

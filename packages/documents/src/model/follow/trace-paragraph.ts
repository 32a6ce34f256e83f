import type { Comparison } from './comparison.ts';
import { TELLING_WORDS } from './equal-texts.ts';
import { hasNewText, ownShare, unexplained } from './new-text.ts';
import type { Reason } from './outcome.ts';
import type { Unit } from './prose.ts';
import { type Find, search, type Search } from './search.ts';
import { APART, CERTAIN, CERTAIN_ELSEWHERE, DOUBLE, KEPT, UNRELATED } from './thresholds.ts';

/** Where a paragraph went. `finds` are its places, or, where it is unsure, the likely ones. */
export interface Trace {
  readonly state: 'equal' | 'changed' | 'gone' | 'unsure';
  readonly finds: readonly Pick<Find, 'unit' | 'share' | 'kept'>[];
  readonly certainty: number;
  readonly reason: Reason;
}

const isAtHome = ({ equal, to }: Comparison, { section }: Unit, place: number): boolean =>
  equal.parts.forth[section] === to.units[place]!.section;

/** The certainty that a place needs: more outside the section in which the paragraph stood. */
const needed = (comparison: Comparison, unit: Unit, place: number): number =>
  isAtHome(comparison, unit, place) ? CERTAIN : CERTAIN_ELSEWHERE;

/** Whether a place is certain; one elsewhere is not while another has the same words from it, too. */
export const isCertainPlace = (
  comparison: Comparison,
  unit: Unit,
  { finds, certainty, contested }: Search,
): boolean => {
  const place = finds[0]!.unit;
  if (certainty < needed(comparison, unit, place)) return false;
  return isAtHome(comparison, unit, place) || contested < UNRELATED;
};

const inPlace = (comparison: Comparison, unit: Unit, other: Unit): boolean =>
  comparison.equal.parts.forth[unit.section] === other.section && !comparison.movedUnits.has(unit.index);

/** Whether it stands between the same two neighbours as before. */
const isBetweenTheSame = ({ from, to, equal }: Comparison, unit: Unit, other: Unit): boolean =>
  [-1, 1].every((step) => {
    const [node, there] = [from.nodes[unit.at + step]!, to.nodes[other.at + step]!];
    const pairs = node.kind === 'paragraph' ? equal.units : equal.parts;
    return node.kind === there.kind && pairs.forth[node.index] === there.index;
  });

/** Whether its own section has another one like it: then the section does not speak for either. */
const hasDoubleBeside = ({ inFrom, from }: Comparison, unit: Unit): boolean =>
  inFrom
    .alike(unit.sorted)
    .some(({ index, share }) => share >= DOUBLE && index !== unit.index && from.units[index]!.section === unit.section);

/** Whether another place has words of it that it can have from nowhere else: the text may be a copy, and that the original. */
const isContested = (comparison: Comparison, unit: Unit, found: Unit): boolean =>
  comparison.inTo.alike(unit.sorted).some(({ index, share }) => {
    if (index === found.index || share < UNRELATED || comparison.equal.units.back[index] !== -1) return false;
    const other = comparison.to.units[index]!;
    return ownShare(comparison, unit, other, unexplained(comparison, other, unit.index)) >= UNRELATED;
  });

const traceEqual = (comparison: Comparison, unit: Unit, other: Unit): Trace => {
  const { inFrom, inTo, movedUnits, movedParts } = comparison;
  const whole = { unit: other.index, share: 1, kept: Int32Array.from(unit.words.keys()) };
  const rival = Math.max(inFrom.rival(unit.sorted, [unit.index]), inTo.rival(unit.sorted, [other.index]));
  // In its section and in its order: the place speaks for it, whatever stands elsewhere.
  const isInPlace =
    inPlace(comparison, unit, other) &&
    (!hasDoubleBeside(comparison, unit) || isBetweenTheSame(comparison, unit, other));
  const certainty = isInPlace ? 1 : 1 / (1 + rival);
  if (certainty < needed(comparison, unit, other.index) || (!isInPlace && isContested(comparison, unit, other)))
    return { state: 'unsure', finds: [whole], certainty, reason: 'look-alike' };
  const reason = movedUnits.has(unit.index) ? 'moved' : movedParts.has(unit.section) ? 'section-moved' : 'unchanged';
  return { state: 'equal', finds: [whole], certainty, reason };
};

const reasonOf = ({ length }: readonly Find[], { owed }: Find): Reason =>
  length > 1 ? 'split' : owed < KEPT ? 'merged' : 'reworded';

/** Follows a paragraph from one version into the other. */
export const traceParagraph = (comparison: Comparison, unit: Unit): Trace => {
  const other = comparison.to.units[comparison.equal.units.forth[unit.index]!];
  if (other) return traceEqual(comparison, unit, other);
  const found = search(comparison, { unit: unit.index, words: unit.words, sorted: unit.sorted });
  const { finds, kept, rival, certainty } = found;
  const unsure = (reason: Reason): Trace => ({ state: 'unsure', finds, certainty, reason });
  if (kept >= KEPT) {
    if (unit.words.length < TELLING_WORDS) return unsure('too-short');
    if (!isCertainPlace(comparison, unit, found)) return unsure('look-alike');
    if (found.apart >= APART) return unsure('torn-apart');
    return { state: 'changed', finds, certainty, reason: reasonOf(finds, finds[0]!) };
  }
  if (rival >= KEPT) return unsure('look-alike');
  if (kept >= UNRELATED || found.isTouched) return unsure('rewritten');
  if (hasNewText(comparison, unit, found.near)) return unsure('new-text');
  return { state: 'gone', finds: [], certainty: 1 - Math.max(kept, rival), reason: 'deleted' };
};

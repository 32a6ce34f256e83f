import type { TextDocument } from '../text-document.ts';
import { type Equal, pairEqual } from './equal-texts.ts';
import { Likeness } from './likeness.ts';
import { risingOf } from './order.ts';
import { type Prose, toProse } from './prose.ts';
import { DOUBLE } from './thresholds.ts';
import { Vocabulary } from './vocabulary.ts';

/** Two versions side by side: what every decision about an anchor is made from. */
export interface Comparison {
  readonly from: Prose;
  readonly to: Prose;
  readonly equal: Equal;
  readonly vocabulary: Vocabulary;
  readonly inFrom: Likeness;
  readonly inTo: Likeness;
  /** Equal paragraphs that left their section or changed places in it. */
  readonly movedUnits: ReadonlySet<number>;
  /** Sections that went into another one or changed places with others. */
  readonly movedParts: ReadonlySet<number>;
}

const movedUnits = ({ parts }: Prose, to: Prose, equal: Equal): Set<number> => {
  const moved = new Set<number>();
  for (const part of parts) {
    const home = equal.parts.forth[part.index]!;
    const staying = part.units.filter(({ index }) => to.units[equal.units.forth[index]!]?.section === home);
    const rising = risingOf(staying.map(({ index }) => equal.units.forth[index]!));
    const inOrder = new Set(staying.filter((_, at) => rising[at]).map(({ index }) => index));
    for (const { index } of part.units) if (equal.units.forth[index] !== -1 && !inOrder.has(index)) moved.add(index);
  }
  return moved;
};

const movedParts = ({ parts }: Prose, to: Prose, { parts: { forth } }: Equal): Set<number> => {
  const found = parts.filter(({ index }) => forth[index] !== -1);
  const rising = risingOf(found.map(({ index }) => forth[index]!));
  const isElsewhere = ({ index, parent }: Prose['parts'][number]): boolean => {
    const home = parent < 0 ? -1 : forth[parent]!;
    // A section around it that was not found again says nothing.
    return (parent < 0 || home >= 0) && to.parts[forth[index]!]!.parent !== home;
  };
  return new Set(found.filter((part, at) => !rising[at] || isElsewhere(part)).map(({ index }) => index));
};

/** Compares two versions once, for any number of anchors. Time grows with their length, not with its square. */
export const compare = (before: TextDocument, after: TextDocument): Comparison => {
  const vocabulary = new Vocabulary();
  const from = toProse(before, vocabulary);
  const to = toProse(after, vocabulary);
  const inFrom = new Likeness(from.units, vocabulary);
  const inTo = new Likeness(to.units, vocabulary);
  const hasDouble = (unit: number, other: number): boolean => {
    const { sorted } = from.units[unit]!;
    return inFrom.rival(sorted, [unit]) >= DOUBLE || inTo.rival(sorted, [other]) >= DOUBLE;
  };
  const equal = pairEqual(from, to, hasDouble);
  return {
    from,
    to,
    equal,
    vocabulary,
    inFrom,
    inTo,
    movedUnits: movedUnits(from, to, equal),
    movedParts: movedParts(from, to, equal),
  };
};

import { createHmac, type KeyObject } from 'node:crypto';
import { mayReplace, type Told } from './refresh.ts';
import { hideOptions, hidePartition, type Verdict } from './suppression.ts';
import type { Tally } from './tally.ts';

/** What is told of one question: its tables, or null where not even how many answered it may be known. */
export type ToldQuestion = readonly Told[] | null;

/**
 * An order of a table's cells that only the server's secret gives. The same every time: another cover in every batch
 * would lay the first one bare.
 */
export function secretOrder(secret: KeyObject, table: string, size: number): number[] {
  const rank = (cell: number): string => createHmac('sha256', secret).update(`results ${table} ${cell}`).digest('hex');
  return Array.from({ length: size }, (_, cell) => ({ cell, rank: rank(cell) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ cell }) => cell);
}

/** Decides what to tell of one table. */
export function tell(tally: Tally, threshold: number, order: readonly number[]): Told {
  return { tally, verdicts: verdictsOf(tally, threshold, order) };
}

function verdictsOf(tally: Tally, threshold: number, order: readonly number[]): Verdict[] {
  const { kind, counts, answered } = tally;
  if (answered < threshold) return counts.map(() => 'threshold');
  if (kind === 'partition') return hidePartition(counts, threshold, order);
  if (kind === 'options') return hideOptions(counts, answered, threshold, order);
  return counts.map(() => null);
}

/** The tables to tell: the new ones if every one of them may replace what was told before, else those. */
export function choose(before: ToldQuestion | undefined, after: readonly Told[], threshold: number): readonly Told[] {
  if (!before || before.length !== after.length) return after;
  return after.every((table, at) => mayReplace(before[at]!, table, threshold)) ? after : before;
}

/** Whether every cell of a question is told, so that the questions hanging on it give nothing away. */
export const isWhole = (told: ToldQuestion | undefined): boolean =>
  !!told && told.every(({ verdicts }) => verdicts.length > 0 && verdicts.every((verdict) => verdict === null));

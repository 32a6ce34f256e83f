import type { Tally } from './tally.ts';
import type { Verdict } from './suppression.ts';

/** Counts of one table as they were told, with what was hidden of them. */
export interface Told {
  readonly tally: Tally;
  readonly verdicts: readonly Verdict[];
}

/**
 * Whether a table may be told anew: subtracting what was told before must again be a table without small cells. Until
 * then the earlier figures stand.
 */
export function mayReplace(before: Told, after: Told, threshold: number): boolean {
  if (before.tally.counts.length !== after.tally.counts.length) return true;
  const added = after.tally.answered - before.tally.answered;
  if (added === 0) return true;
  if (added < threshold) return false;
  const shown = after.verdicts.map((verdict, cell) => verdict === null && before.verdicts[cell] === null);
  const increments = after.tally.counts.map((count, cell) => count - before.tally.counts[cell]!);
  if (increments.some((increment, cell) => shown[cell] && increment < threshold)) return false;
  if (after.tally.kind === 'options')
    return !increments.some((increment, cell) => shown[cell] && added - increment < threshold);
  if (!shown.includes(false)) return true;
  const visible = increments.reduce((sum, increment, cell) => sum + (shown[cell] ? increment : 0), 0);
  return added - visible >= threshold;
}

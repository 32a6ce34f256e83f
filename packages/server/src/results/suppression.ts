import type { SuppressionReason } from '@cmto/contract';

/** What may be told of one cell: null, or the reason why not. */
export type Verdict = SuppressionReason | null;

/**
 * Decides what to hide of a table in which everybody who answered stands in exactly one cell and the total is known.
 *
 * Cells under the threshold are hidden, zeros too. One more, picked by `order`, which nobody outside knows, is hidden
 * with them, and together they must hold more than the threshold: then every hidden cell could be at least two
 * numbers, also for somebody who knows this rule. Where that cannot be had, nothing of the table is told.
 */
export function hidePartition(counts: readonly number[], threshold: number, order: readonly number[]): Verdict[] {
  const small = counts.map((count) => count < threshold);
  return hide(counts, small, order, (sum) => sum > threshold);
}

/**
 * The same for a question where several options may be named: of each option both who named it and who did not is a
 * cell, and the sum over all options may be known.
 */
export function hideOptions(
  counts: readonly number[],
  answered: number,
  threshold: number,
  order: readonly number[],
): Verdict[] {
  const small = counts.map((count) => count < threshold || answered - count < threshold);
  return hide(counts, small, order, (sum, hidden) => sum > threshold && hidden * answered - sum > threshold);
}

function hide(
  counts: readonly number[],
  small: readonly boolean[],
  order: readonly number[],
  isEnough: (sum: number, hidden: number) => boolean,
): Verdict[] {
  if (!small.includes(true)) return counts.map(() => null);
  const nothing: Verdict[] = counts.map(() => 'threshold');
  const cover = order.find((cell) => !small[cell]);
  if (cover === undefined) return nothing;
  const verdicts: Verdict[] = small.map((isSmall, cell) =>
    isSmall ? 'threshold' : cell === cover ? 'complement' : null,
  );
  // Where no cell is told, the reasons would tell which of them are small.
  if (!verdicts.includes(null)) return nothing;
  const hidden = verdicts.filter(Boolean).length;
  const sum = counts.reduce((total, count, cell) => total + (verdicts[cell] ? count : 0), 0);
  // Not a second cover: that one was needed would tell how small the hidden cells are.
  return isEnough(sum, hidden) ? verdicts : nothing;
}

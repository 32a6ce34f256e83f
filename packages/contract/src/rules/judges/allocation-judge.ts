import type { FieldOf } from '../../schemas/field.ts';
import { decimalSum, sumsTo } from '../decimal.ts';
import { pointerStep } from '../issue.ts';
import { isRecord } from '../own.ts';
import type { Judge } from './judge.ts';
import { optionSet } from './option-set.ts';

/** Shares of a total among options: none negative, together exactly the total; an absent share is 0. */
export const judgeAllocation = (field: FieldOf<'allocation'>): Judge => {
  const set = optionSet(field);
  const { total } = field;
  return (value, report, lookup) => {
    if (!isRecord(value)) return report('answer.shape');
    const keys = Object.keys(value);
    const visible = set.visible(lookup);
    if (keys.length > 2 * visible.size) return report('answer.shape');
    const shares: number[] = [];
    for (const key of keys) {
      const share = value[key];
      if (!visible.has(key)) report('answer.option', {}, pointerStep(key));
      else if (typeof share === 'number' && Number.isFinite(share) && share >= 0) shares.push(share);
      else report('answer.share', {}, pointerStep(key));
    }
    if (shares.length < keys.length || sumsTo(shares, total)) return;
    const sum = decimalSum(shares);
    report('answer.total', { total, sum, remaining: decimalSum([total, -sum]) });
  };
};

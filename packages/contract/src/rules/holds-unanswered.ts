import type { Condition } from '../schemas/condition.ts';
import { own } from './own.ts';

/**
 * Whether a condition holds while nothing is answered: as `evaluateCondition` decides, in a fraction of its code. Then
 * the comparisons that deny something hold, and no others.
 */
export const holdsUnanswered = (condition: Condition): boolean => {
  if (Object.hasOwn(condition, 'field')) return own(condition, 'op')?.startsWith('not-') ?? false;
  const not = own(condition, 'not');
  return (
    own(condition, 'all')?.every(holdsUnanswered) ??
    own(condition, 'any')?.some(holdsUnanswered) ??
    (not !== undefined && !holdsUnanswered(not))
  );
};

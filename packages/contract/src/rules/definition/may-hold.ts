import type { Comparison, Condition } from '../../schemas/condition.ts';
import { own } from '../own.ts';

/** What is supposed of one answer: `undefined` where nothing is, so that a comparison may go either way. */
export type Supposed = (comparison: Comparison) => boolean | undefined;

/**
 * Decides a condition as far as what is supposed of some answers allows: true or false where that settles it, undefined
 * where it hangs on other answers.
 */
export const mayHold = (condition: Condition, supposed: Supposed): boolean | undefined => {
  if (Object.hasOwn(condition, 'field')) return supposed(condition as Comparison);
  const all = own(condition, 'all')?.map((part) => mayHold(part, supposed));
  if (all) return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  const any = own(condition, 'any')?.map((part) => mayHold(part, supposed));
  if (any) return any.includes(true) ? true : any.includes(undefined) ? undefined : false;
  const not = own(condition, 'not');
  const inner = not && mayHold(not, supposed);
  return inner === undefined ? undefined : !inner;
};

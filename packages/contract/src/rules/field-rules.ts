import type { Condition } from '../schemas/condition.ts';
import type { Field, Option } from '../schemas/field.ts';
import { evaluateCondition, type Lookup } from './conditions.ts';
import { own } from './own.ts';

/** Whether a condition holds; one that is not there does. */
export const holds = (condition: Condition | undefined, lookup: Lookup): boolean =>
  condition === undefined || evaluateCondition(condition, lookup);

/** Options that are shown, in the order of the definition; none for a field without options. */
export const visibleOptions = (field: Field, lookup: Lookup): Option[] =>
  (own(field, 'options') ?? []).filter((option) => holds(own(option, 'visibleIf'), lookup));

/** Whether an answer must be given, on condition or always. */
export const isRequired = (field: Field, lookup: Lookup): boolean => {
  if (own(field, 'required') === true) return true;
  const condition = own(field, 'requiredIf');
  return condition !== undefined && evaluateCondition(condition, lookup);
};

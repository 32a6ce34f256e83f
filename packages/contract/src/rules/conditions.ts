import type { Comparison, Condition } from '../schemas/condition.ts';
import type { AnswerValue } from '../schemas/submission.ts';
import { own } from './own.ts';

/** Gives the answer that counts for a field: `undefined` when it is unanswered or hidden. */
export type Lookup = (fieldId: string) => AnswerValue | undefined;

const compare = (condition: Comparison, answer: AnswerValue | undefined): boolean => {
  const op = own(condition, 'op');
  const value = own(condition, 'value');
  switch (op) {
    case 'answered':
      return answer !== undefined;
    case 'not-answered':
      return answer === undefined;
    case 'equals':
      return answer !== undefined && answer === value;
    case 'not-equals':
      return answer === undefined || answer !== value;
    case 'includes':
      return includes(answer, value);
    case 'not-includes':
      return !includes(answer, value);
    case 'greater':
      return isOrdered(answer, value) && answer! > value!;
    case 'less':
      return isOrdered(answer, value) && answer! < value!;
    default:
      return false;
  }
};

const includes = (answer: unknown, value: unknown): boolean =>
  answer !== undefined && (Array.isArray(answer) ? answer.includes(value) : answer === value);

/** Two numbers, or two strings: dates and times in ISO form sort as strings. */
const isOrdered = (answer: unknown, value: unknown): boolean =>
  typeof answer === typeof value && (typeof value === 'number' || typeof value === 'string');

/** Decides a condition; one that cannot be read is false. */
export const evaluateCondition = (condition: Condition, lookup: Lookup): boolean => {
  if (Object.hasOwn(condition, 'field')) {
    const comparison = condition as Comparison;
    return compare(comparison, lookup(comparison.field));
  }
  const all = own(condition, 'all');
  if (all) return all.every((part) => evaluateCondition(part, lookup));
  const any = own(condition, 'any');
  if (any) return any.some((part) => evaluateCondition(part, lookup));
  const not = own(condition, 'not');
  return not !== undefined && !evaluateCondition(not, lookup);
};

/** Ids of the fields that a condition names, in order, repeats included. */
export const conditionFields = (condition: Condition): string[] => {
  const field = own(condition, 'field');
  if (field !== undefined) return [field];
  const not = own(condition, 'not');
  const parts = own(condition, 'all') ?? own(condition, 'any') ?? (not === undefined ? [] : [not]);
  return parts.flatMap(conditionFields);
};

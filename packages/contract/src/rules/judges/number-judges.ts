import type { FieldOf } from '../../schemas/field.ts';
import { isStep } from '../decimal.ts';
import { own } from '../own.ts';
import type { Judge } from './judge.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** A number; steps count from `min`, else from 0, as in HTML. */
export const judgeNumber = (field: FieldOf<'number'>): Judge => {
  const min = own(field, 'min');
  const max = own(field, 'max');
  const step = own(field, 'step');
  const start = min ?? 0;
  return (value, report) => {
    if (!isNumber(value)) report('answer.number');
    else if (min !== undefined && value < min) report('answer.min', { min });
    else if (max !== undefined && value > max) report('answer.max', { max });
    else if (step !== undefined && !isStep(value, start, step)) report('answer.step', { step, start });
  };
};

/** A whole number between two others. */
export const judgeScale =
  ({ min, max }: FieldOf<'scale'>): Judge =>
  (value, report) => {
    if (!isNumber(value)) report('answer.shape');
    else if (!Number.isInteger(value) || value < min || value > max) report('answer.scale', { min, max });
  };

/** Yes or no; no is an answer. */
export const judgeYesNo: Judge = (value, report) => {
  if (typeof value !== 'boolean') report('answer.shape');
};

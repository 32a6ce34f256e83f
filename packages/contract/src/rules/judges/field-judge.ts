import type { Field, GroupField } from '../../schemas/field.ts';
import type { Answers } from '../../schemas/submission.ts';
import { canonicalValue } from '../canonical-value.ts';
import type { Lookup } from '../conditions.ts';
import { pointerStep } from '../issue.ts';
import { limits } from '../limits.ts';
import { isRecord, isReservedName, own } from '../own.ts';
import { isRequired, visibleOptions } from '../field-rules.ts';
import { rowVisibility } from '../visibility.ts';
import type { Report } from './judge.ts';
import { judgeOf } from './judge-of.ts';
import { judgeMatrixRows } from './matrix-judge.ts';

/** A field all of whose options are hidden cannot be answered, so nobody is held up by it. */
const isAnswerable = (field: Field, lookup: Lookup): boolean =>
  !Object.hasOwn(field, 'options') || own(field, 'other') === true || visibleOptions(field, lookup).length > 0;

const judgeRow = (group: GroupField, row: Record<string, unknown>, lookup: Lookup, report: Report): void => {
  const shown = rowVisibility(group, row as Answers, lookup);
  for (const field of group.fields) {
    const raw = own(row, field.id);
    const at: Report = (code, params, path = '') => report(code, params, `/${field.id}${path}`);
    if (shown.isVisible(field.id)) judgeField(field, raw, shown.lookup, at);
    else if (raw !== undefined && canonicalValue(field, raw) !== undefined) at('answer.hidden');
  }
  for (const key of Object.keys(row)) {
    if (!group.fields.some(({ id }) => id === key) && !isReservedName(key))
      report('answer.unknown-field', {}, pointerStep(key));
  }
};

/** Empty rows are none, but keep their place: pointers count the rows as the person sees them. */
const judgeRows = (group: GroupField, value: unknown, lookup: Lookup, report: Report, required: boolean): void => {
  if (!Array.isArray(value)) return report('answer.shape');
  const isFilled = (row: unknown): boolean => canonicalValue(group, [row]) !== undefined;
  const rows = value.filter(isFilled).length;
  if (rows === 0) return required ? report('answer.required') : undefined;
  const min = own(group, 'minRows') ?? 0;
  const max = own(group, 'maxRows') ?? limits.rows;
  if (rows < min) report('answer.min-rows', { min, rows, remaining: min - rows });
  if (rows > max) report('answer.max-rows', { max, rows, excess: rows - max });
  // So many that nobody has typed them: not worth looking at one by one.
  if (rows > 2 * max) return;
  value.forEach((row: unknown, index) => {
    const at: Report = (code, params, path = '') => report(code, params, `/${index}${path}`);
    if (!isRecord(row)) at('answer.shape');
    else if (isFilled(row)) judgeRow(group, row, lookup, at);
  });
};

/** Judges the answer, raw or canonical, of one visible field. */
export const judgeField = (field: Field, raw: unknown, lookup: Lookup, report: Report): void => {
  const required = isRequired(field, lookup);
  if (field.type === 'group' && raw !== undefined) return judgeRows(field, raw, lookup, report, required);
  const value = raw === undefined ? undefined : canonicalValue(field, raw);
  if (field.type === 'consent' && required && (value === undefined || value === false)) return report('answer.consent');
  if (value === undefined) {
    if (required && isAnswerable(field, lookup)) report('answer.required');
    return;
  }
  judgeOf(field)(value, report, lookup);
  if (required && field.type === 'matrix') judgeMatrixRows(field, value, report);
};

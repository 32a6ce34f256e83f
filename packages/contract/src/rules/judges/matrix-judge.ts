import type { FieldOf } from '../../schemas/field.ts';
import { pointerStep } from '../issue.ts';
import { isRecord, own } from '../own.ts';
import { judgeRepeats } from './choice-judges.ts';
import type { Judge, Report } from './judge.ts';

const judgeCell = (cell: unknown, columns: ReadonlySet<unknown>, report: Report): void => {
  if (typeof cell !== 'string') report('answer.shape');
  else if (!columns.has(cell)) report('answer.option');
};

/** A column, or several, for each row. */
export const judgeMatrix = (field: FieldOf<'matrix'>): Judge => {
  const rows = new Set(field.rows.map(({ value }) => value));
  const columns = new Set<unknown>(field.columns.map(({ value }) => value));
  const multiple = own(field, 'multiple') === true;
  return (value, report) => {
    if (!isRecord(value)) return report('answer.shape');
    const keys = Object.keys(value);
    if (keys.length > 2 * rows.size) return report('answer.shape');
    for (const row of keys) {
      const at: Report = (code, params, path = '') => report(code, params, pointerStep(row) + path);
      const cell = value[row];
      if (!rows.has(row)) at('answer.unknown-key');
      else if (!multiple) judgeCell(cell, columns, at);
      else if (!Array.isArray(cell) || cell.length > 2 * columns.size) at('answer.shape');
      else {
        cell.forEach((item, index) => judgeCell(item, columns, (code, params) => at(code, params, `/${index}`)));
        judgeRepeats(cell, at);
      }
    }
  };
};

/** Required, a matrix needs an answer in every row; tells the first row without. */
export const judgeMatrixRows = (field: FieldOf<'matrix'>, value: unknown, report: Report): void => {
  if (!isRecord(value)) return;
  const missing = field.rows.filter((row) => !Object.hasOwn(value, row.value));
  // By its length: a page may have put a "0" on `Object.prototype`.
  if (missing.length === 0) return;
  report('answer.matrix-rows', { total: field.rows.length, remaining: missing.length }, pointerStep(missing[0]!.value));
};

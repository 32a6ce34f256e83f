import type { Field, MatrixLine, Option } from '../schemas/field.ts';
import type { AnswerValue } from '../schemas/submission.ts';
import type { LocalizedText } from '../schemas/text.ts';
import { isRecord, own } from './own.ts';

/** How values that are not words are written in one language. */
export interface AnswerWords {
  text(text: LocalizedText): string;
  readonly yes: string;
  readonly no: string;
  number(value: number): string;
  /** An ISO date. */
  date(value: string): string;
  /** Name of a municipality by its ISTAT code. */
  municipality(code: string): string;
  /** Name of a file by its SHA-256. */
  file(sha256: string): string;
  /** Sets several items side by side, as `Intl.ListFormat` does. */
  list(items: readonly string[]): string;
  /** A question, or a part of one, and what was answered to it. */
  pair(question: string, answer: string): string;
  /** A step of a scale that ends at `max`. */
  step(value: number, max: number): string;
}

const labelIn = (lines: readonly (Option | MatrixLine)[], value: string, words: AnswerWords): string => {
  const line = lines.find((candidate) => candidate.value === value);
  return line ? words.text(line.label) : value;
};

const withUnit = (field: Field, value: number, words: AnswerWords): string => {
  const unit = own(field, 'unit');
  return unit === undefined ? words.number(value) : `${words.number(value)} ${words.text(unit)}`;
};

const describeString = (field: Field, value: string, words: AnswerWords): string => {
  switch (field.type) {
    case 'date':
      return words.date(value);
    case 'municipality':
      return words.municipality(value);
    case 'file':
      return words.file(value);
    case 'matrix':
      return labelIn(field.columns, value, words);
    default:
      return Object.hasOwn(field, 'options') ? labelIn(own(field, 'options')!, value, words) : value;
  }
};

const describeRow = (fields: readonly Field[], row: Record<string, unknown>, words: AnswerWords): string =>
  fields
    .filter((field) => field.type !== 'note' && Object.hasOwn(row, field.id))
    .map((field) =>
      words.pair(words.text(own(field, 'label')!), describeAnswer(field, row[field.id] as AnswerValue, words)),
    )
    .join('; ');

/** What was answered to each line of a question, one below the other. */
const describeLines = (
  field: Field,
  lines: readonly (Option | MatrixLine)[],
  value: Record<string, unknown>,
  words: AnswerWords,
): string =>
  lines
    .filter((line) => Object.hasOwn(value, line.value))
    .map((line) => words.pair(words.text(line.label), describeAnswer(field, value[line.value] as AnswerValue, words)))
    .join('\n');

const describeRecord = (field: Field, value: Record<string, unknown>, words: AnswerWords): string => {
  switch (field.type) {
    case 'matrix':
      return describeLines(field, field.rows, value, words);
    case 'allocation':
      return describeLines(field, field.options, value, words);
    case 'place': {
      const point =
        Object.hasOwn(value, 'lat') && Object.hasOwn(value, 'lon')
          ? `${String(value['lat'])}, ${String(value['lon'])}`
          : '';
      return [String(own(value, 'address') ?? ''), point].filter((text) => text !== '').join(' · ');
    }
    case 'group':
      return describeRow(field.fields, value, words);
    default:
      return String(own(value, 'other') ?? '');
  }
};

/**
 * An answer in words, for the review page, the receipt and the person's own copy. A group's rows, a grid's, what is
 * ranked and what is shared out are one line each.
 */
export const describeAnswer = (field: Field, value: AnswerValue, words: AnswerWords): string => {
  if (typeof value === 'string') return describeString(field, value, words);
  if (typeof value === 'number')
    return field.type === 'scale' ? words.step(value, field.max) : withUnit(field, value, words);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (!Array.isArray(value)) return isRecord(value) ? describeRecord(field, value, words) : '';
  const items = value.map((item) => describeAnswer(field, item, words));
  if (field.type === 'group') return items.join('\n');
  return field.type === 'ranking' ? items.map((item, at) => `${at + 1}. ${item}`).join('\n') : words.list(items);
};

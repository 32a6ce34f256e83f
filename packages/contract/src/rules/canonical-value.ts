import type { Field } from '../schemas/field.ts';
import type { AnswerValue } from '../schemas/submission.ts';
import { isRecord, own } from './own.ts';

const loneSurrogate = /\p{Surrogate}/gu;

/** Latin letters and common punctuation, none of which NFC touches: canonical once trimmed, and most of what arrives. */
const plain = /^[ -~\n\u00a0-\u02ff\u2010-\u2027]*$/;

/** CRLF → LF, twice is once: `\r\r\n` too. Not a pattern: `\r+\n` takes quadratic time on a run of `\r`. */
const unixLines = (text: string): string => {
  if (!text.includes('\r\n')) return text;
  const lines = text.split('\n');
  const last = lines.pop()!;
  const trimmed = lines.map((line) => {
    let end = line.length;
    while (end > 0 && line[end - 1] === '\r') end -= 1;
    return line.slice(0, end);
  });
  return [...trimmed, last].join('\n');
};

/** NFC, LF line ends, trimmed; halves of characters, which UTF-8 cannot carry, become U+FFFD. */
export const canonicalText = (text: string): string => {
  const trimmed = text.trim();
  return plain.test(trimmed) ? trimmed : unixLines(text.normalize('NFC')).replace(loneSurrogate, '\uFFFD').trim();
};

/** ASCII only: a letter outside it is wrong in these codes anyway, and its upper case differs between engines. */
const upperCase = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

const spaces = /\s+/g;
/** What people put between the digits of a phone number: spaces, dots, slashes, brackets, dashes of all kinds. */
const separators = /[\s./()\u2010-\u2015\u2212-]+/g;

const textFor = (type: Field['type'], raw: string): string => {
  const text = canonicalText(raw);
  switch (type) {
    case 'iban':
    case 'tax-code':
      return canonicalText(upperCase(text.replace(spaces, '')));
    case 'phone':
      return canonicalText(text.replace(separators, ''));
    default:
      return text;
  }
};

/** The list itself where nothing changes; undefined when nothing is left. */
const mapList = (list: unknown[], map: (item: unknown) => unknown): unknown[] | undefined => {
  if (list.length === 0) return undefined;
  if (list.every((item) => Object.is(map(item), item))) return list;
  const kept = list.map(map).filter((item) => item !== undefined);
  return kept.length > 0 ? kept : undefined;
};

/** The record itself where nothing changes; undefined when nothing is left. */
const mapRecord = (value: Record<string, unknown>, map: (item: unknown, key: string) => unknown): unknown => {
  const keys = Object.keys(value);
  if (keys.length === 0) return undefined;
  if (keys.every((key) => Object.is(map(value[key], key), value[key]))) return value;
  const result = Object.create(null) as Record<string, unknown>;
  let some = false;
  for (const key of keys) {
    const item = map(value[key], key);
    if (item === undefined) continue;
    result[key] = item;
    some = true;
  }
  return some ? result : undefined;
};

const choiceOf = (value: unknown): unknown => {
  if (typeof value === 'string') return canonicalText(value);
  if (!isRecord(value) || Object.keys(value).length !== 1) return value;
  const other = own(value, 'other');
  if (typeof other !== 'string') return value;
  const text = canonicalText(other);
  return text === other ? value : { other: text };
};

const textOrList = (value: unknown): unknown => {
  if (typeof value === 'string') return canonicalText(value) || undefined;
  return Array.isArray(value) ? mapList(value, choiceOf) : value;
};

/** Minus zero becomes zero: JSON has no other. */
const numberOf = (value: unknown): unknown => (value === 0 ? 0 : value);

const rowOf = (fields: readonly Field[], row: unknown): unknown => {
  if (!isRecord(row)) return row;
  return mapRecord(row, (value, key) => {
    const field = fields.find(({ id }) => id === key);
    return field ? canonicalValue(field, value) : value;
  });
};

const listFor = (field: Field, list: unknown[]): unknown =>
  mapList(list, field.type === 'group' ? (row) => rowOf(field.fields, row) : choiceOf);

const recordFor = (type: Field['type'], value: Record<string, unknown>): unknown => {
  switch (type) {
    case 'matrix':
      return mapRecord(value, textOrList);
    case 'allocation':
      return mapRecord(value, (share) => (share === 0 ? undefined : share));
    case 'place':
      return mapRecord(value, (part) => (typeof part === 'string' ? canonicalText(part) || undefined : numberOf(part)));
    case 'choice':
    case 'dropdown':
      return choiceOf(value);
    default:
      return value;
  }
};

/**
 * One answer in canonical form, `undefined` when it is empty. A value of the wrong shape is given back as it is, for
 * validity to refuse: nothing is dropped silently. Never throws.
 */
export const canonicalValue = (field: Field, value: unknown): AnswerValue | undefined => {
  if (typeof value === 'string') return textFor(field.type, value) || undefined;
  if (typeof value === 'number') return numberOf(value) as number;
  if (Array.isArray(value)) return listFor(field, value) as AnswerValue | undefined;
  return (isRecord(value) ? recordFor(field.type, value) : value) as AnswerValue | undefined;
};

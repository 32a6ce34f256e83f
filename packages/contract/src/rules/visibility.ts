import type { Field, GroupField } from '../schemas/field.ts';
import type { Form, Page } from '../schemas/form.ts';
import type { Answers, AnswerValue } from '../schemas/submission.ts';
import { canonicalText, canonicalValue } from './canonical-value.ts';
import type { Lookup } from './conditions.ts';
import { holds } from './field-rules.ts';
import { indexedField, type IndexedField, indexOf } from './form-index.ts';
import { isRecord, own } from './own.ts';

/** What a form shows for some answers, and which of the answers count. */
export interface Visibility {
  /** Visible pages, in order. */
  readonly pages: readonly Page[];
  /** Whether the form has this field and shows it. */
  isVisible(fieldId: string): boolean;
  /** The answers as given, without hidden fields and hidden options. */
  readonly answers: Answers;
  /** The answers that count, in canonical form, as conditions see them. */
  readonly lookup: Lookup;
}

/** What one row of a group shows. */
export interface RowVisibility {
  isVisible(fieldId: string): boolean;
  readonly answers: Answers;
  readonly lookup: Lookup;
}

const emptyAnswers = (): Answers => Object.create(null) as Answers;

/**
 * Lookup within a row: the same row first, then outside. With the group given, a field of the row that is
 * unanswered stays so even where a field outside has the same id.
 */
export const rowLookup =
  (row: Answers, outer: Lookup, group?: GroupField): Lookup =>
  (id) => {
    const field = group?.fields.find((candidate) => candidate.id === id);
    const value = own(row, id);
    if (field) return value === undefined ? undefined : canonicalValue(field, value);
    return value === undefined ? outer(id) : value;
  };

const withoutOptions = (value: unknown, hidden: ReadonlySet<unknown>): unknown => {
  if (Array.isArray(value))
    return value.filter((item) => !hidden.has(typeof item === 'string' ? canonicalText(item) : item));
  if (typeof value === 'string') return hidden.has(canonicalText(value)) ? undefined : value;
  if (!isRecord(value) || Object.hasOwn(value, 'other')) return value;
  const kept = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) if (!hidden.has(key)) kept[key] = value[key];
  return kept;
};

/** An answer as it counts: without options that are hidden, and without hidden fields in a group's rows. */
export const effectiveValue = (field: Field, value: AnswerValue, lookup: Lookup): AnswerValue | undefined => {
  if (field.type === 'group') {
    if (!Array.isArray(value)) return value;
    return value.map((row) =>
      isRecord(row) ? rowVisibility(field, row as Answers, lookup).answers : row,
    ) as Answers[];
  }
  const hidden = (own(field, 'options') ?? []).filter((option) => !holds(own(option, 'visibleIf'), lookup));
  if (hidden.length === 0) return value;
  return withoutOptions(value, new Set(hidden.map((option) => option.value))) as AnswerValue | undefined;
};

const admit = (entry: IndexedField, answers: Answers, effective: Answers, lookup: Lookup): void => {
  const value = own(answers, entry.id);
  if (value === undefined) return;
  const kept = entry.partial ? effectiveValue(entry.field, value, lookup) : value;
  if (kept !== undefined) effective[entry.id] = kept;
};

/** Decides what a row shows, in one ordered pass like `visibilityOf`. */
export const rowVisibility = (group: GroupField, row: Answers, outer: Lookup): RowVisibility => {
  const effective = emptyAnswers();
  const lookup = rowLookup(effective, outer, group);
  const hidden = new Set<string>();
  for (const field of group.fields) {
    const entry = indexedField(field);
    if (holds(entry.visibleIf, lookup)) admit(entry, row, effective, lookup);
    else hidden.add(entry.id);
  }
  // What is no field of the row stays, for validity to refuse.
  for (const key of Object.keys(row)) {
    if (!hidden.has(key) && !group.fields.some(({ id }) => id === key)) effective[key] = row[key]!;
  }
  return {
    answers: effective,
    lookup,
    isVisible: (id) => !hidden.has(id) && group.fields.some((field) => field.id === id),
  };
};

/**
 * Decides in one ordered pass what is visible: a hidden field counts as unanswered for everything after it. The same
 * function decides in the browser and on the server.
 */
export const visibilityOf = (form: Form, answers: Answers): Visibility => {
  const index = indexOf(form);
  const effective = emptyAnswers();
  const hidden = new Set<string>();
  const pages: Page[] = [];
  const lookup: Lookup = (id) => {
    const value = effective[id];
    return value === undefined ? undefined : canonicalValue(index.fields.get(id)!.field, value);
  };
  for (const { page, visibleIf, fields } of index.pages) {
    const shown = holds(visibleIf, lookup);
    if (shown) pages.push(page);
    for (const entry of fields) {
      if (shown && holds(entry.visibleIf, lookup)) admit(entry, answers, effective, lookup);
      else hidden.add(entry.id);
    }
  }
  return { pages, answers: effective, lookup, isVisible: (id) => index.fields.has(id) && !hidden.has(id) };
};

import type { Condition } from '../schemas/condition.ts';
import type { Field } from '../schemas/field.ts';
import type { Form, Page } from '../schemas/form.ts';
import { own } from './own.ts';

/** A field with what the rules ask of it again and again, read once. */
export interface IndexedField {
  readonly field: Field;
  readonly id: string;
  readonly visibleIf: Condition | undefined;
  /** Whether part of an answer may be hidden: an option with a condition, or a group's rows. */
  readonly partial: boolean;
}

export interface IndexedPage {
  readonly page: Page;
  readonly visibleIf: Condition | undefined;
  readonly fields: readonly IndexedField[];
}

export interface FormIndex {
  readonly pages: readonly IndexedPage[];
  readonly fields: ReadonlyMap<string, IndexedField>;
}

const indexes = new WeakMap<object, FormIndex>();
const fields = new WeakMap<Field, IndexedField>();

/** What the rules need of one field. */
export const indexedField = (field: Field): IndexedField => {
  const known = fields.get(field);
  if (known) return known;
  const entry: IndexedField = {
    field,
    id: field.id,
    visibleIf: own(field, 'visibleIf'),
    partial:
      field.type === 'group' || (own(field, 'options') ?? []).some((option) => Object.hasOwn(option, 'visibleIf')),
  };
  fields.set(field, entry);
  return entry;
};

/** Index of a form, made once per form object: a form is never changed in place. */
export const indexOf = (form: Form): FormIndex => {
  const known = indexes.get(form);
  if (known) return known;
  const all = new Map<string, IndexedField>();
  const pages = form.pages.map((page) => ({
    page,
    visibleIf: own(page, 'visibleIf'),
    fields: page.fields.map(indexedField),
  }));
  for (const { fields: entries } of pages) for (const entry of entries) all.set(entry.id, entry);
  const index = { pages, fields: all };
  indexes.set(form, index);
  return index;
};

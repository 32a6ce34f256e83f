import type { Field } from '../../schemas/field.ts';
import type { Form, Page } from '../../schemas/form.ts';
import { own } from '../own.ts';

/** A field that a definition names elsewhere, with its page. */
export interface NamedField {
  readonly field: Field;
  readonly page: Page;
}

/** The field of that id outside any group. */
export const findField = (form: Form, id: string): NamedField | undefined => {
  for (const page of form.pages) {
    const field = page.fields.find((each) => each.id === id);
    if (field) return { field, page };
  }
  return undefined;
};

/** Whether nobody gets past the form without answering it. */
export const isAlwaysAnswered = ({ field, page }: NamedField): boolean =>
  own(field, 'required') === true && !Object.hasOwn(page, 'visibleIf') && !Object.hasOwn(field, 'visibleIf');

/** Whether whatever is chosen is one of these values. */
export const optionsAreAmong = (field: Field, values: readonly string[]): boolean =>
  own(field, 'other') !== true && (own(field, 'options') ?? []).every(({ value }) => values.includes(value));

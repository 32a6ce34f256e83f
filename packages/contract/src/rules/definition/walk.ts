import type { Field, RowField } from '../../schemas/field.ts';
import type { Form } from '../../schemas/form.ts';

/** A field of the form or of a group's row, with its place. */
export interface PlacedField {
  readonly field: Field | RowField;
  readonly pointer: string;
  /** The group around it, if any. */
  readonly group: PlacedField | undefined;
}

/** Every field in the order conditions see them, a group before its own fields. */
export const placedFields = (form: Form): PlacedField[] =>
  form.pages.flatMap((page, pageAt) =>
    page.fields.flatMap((field, at): PlacedField[] => {
      const placed: PlacedField = { field, pointer: `/form/pages/${pageAt}/fields/${at}`, group: undefined };
      if (field.type !== 'group') return [placed];
      const inner = field.fields.map((each, index) => ({
        field: each,
        pointer: `${placed.pointer}/fields/${index}`,
        group: placed,
      }));
      return [placed, ...inner];
    }),
  );

import type { Form } from '../../schemas/form.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { type PlacedField, placedFields } from './walk.ts';

const checkRepeats = (
  items: readonly (readonly [name: string, pointer: string])[],
  onRepeat: (name: string, pointer: string, first: string) => void,
): void => {
  const seen = new Map<string, string>();
  for (const [name, pointer] of items) {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, pointer);
    else onRepeat(name, pointer, first);
  }
};

const checkValues = ({ field, pointer }: PlacedField, report: DefinitionReport): void => {
  for (const key of ['options', 'rows', 'columns'] as const) {
    const lines = (own(field, key) ?? []) as readonly { value: string }[];
    const items = lines.map(({ value }, at) => [value, `${pointer}/${key}/${at}/value`] as const);
    checkRepeats(items, (value, at) =>
      report.error(at, 'definition.duplicate-value', `“${value}” is used twice among the ${key} of “${field.id}”`),
    );
  }
};

/** Ids and values are unique where they are looked up; an id of a row may repeat one outside, and hides it. */
export const checkIds = (form: Form, report: DefinitionReport): void => {
  const duplicate = (name: string, pointer: string, first: string): void =>
    report.error(pointer, 'definition.duplicate-id', `the id “${name}” is already used at ${first}`);
  checkRepeats(
    form.pages.map(({ id }, at) => [id, `/form/pages/${at}/id`]),
    duplicate,
  );
  const fields = placedFields(form);
  const top = fields.filter(({ group }) => !group);
  checkRepeats(
    top.map(({ field, pointer }) => [field.id, `${pointer}/id`]),
    duplicate,
  );
  const outside = new Set(top.map(({ field }) => field.id));
  for (const placed of fields) {
    checkValues(placed, report);
    if (placed.field.type === 'group') {
      const inner = fields.filter(({ group }) => group === placed);
      checkRepeats(
        inner.map(({ field, pointer }) => [field.id, `${pointer}/id`]),
        duplicate,
      );
    }
    if (placed.group && outside.has(placed.field.id)) {
      report.warn(
        `${placed.pointer}/id`,
        'definition.shadowed-id',
        `“${placed.field.id}” hides the field of the same id outside the group`,
      );
    }
  }
};

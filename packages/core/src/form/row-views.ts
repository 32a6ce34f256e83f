import { type Answers, type Field, type GroupField, rowVisibility } from '@cmto/contract';
import { countTo } from './count-to.ts';
import { FieldView } from './field-view.ts';
import type { FormSession } from './form-session.ts';

/** The view of one field in one row of a group: its answer is a cell of the group's own answer. */
export const rowView = (session: FormSession, group: FieldView, field: Field, row: number): FieldView => {
  const { path: groupPath } = group.slot;
  const path = `${groupPath}/${row}/${field.id}`;
  const rows = (): Answers[] => (group.value as Answers[] | undefined) ?? [];
  const shown = () => rowVisibility(group.field as GroupField, rows()[row] ?? {}, session.state.lookup);
  const write = (value: Answers[string] | undefined): void => {
    const { [field.id]: _, ...others } = rows()[row] ?? {};
    // Rows before this one may still be empty.
    const next = countTo(Math.max(rows().length, row + 1)).map((at) => rows()[at] ?? {});
    next[row] = value === undefined ? others : { ...others, [field.id]: value };
    session.set(group.field.id, path, next);
    // A row's own conditions look at the row.
    for (const sibling of (group.field as GroupField).fields) {
      if (sibling !== field) session.rowView(group, sibling, row).updateVisibility();
    }
  };
  return session.cached(
    path,
    () =>
      new FieldView(session, field, {
        path,
        lookup: (id) => shown().lookup(id),
        get: () => rows()[row]?.[field.id],
        set: write,
        isVisible: () => shown().isVisible(field.id),
      }),
  );
};

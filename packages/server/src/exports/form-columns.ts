import type { Field, LocalizedText, Municipality } from '@cmto/contract';
import type { PublishedVersion } from '../surveys/published-survey.ts';
import type { Column } from './column.ts';
import { columnsOf, type ColumnSource } from './field-columns.ts';

type AnyField = Exclude<Field, { type: 'note' }>;

/** A column and where it comes from. */
export interface FormColumn extends Column {
  readonly field: string;
  /** Versions whose form has the question. */
  readonly versions: readonly number[];
}

export interface FormColumnOptions {
  readonly municipalities: readonly Municipality[];
  /** Most rows any answer has, by the group's id. */
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * The columns of a survey over all its published versions: the newest form's questions in its order, then those that
 * only older forms have. A question that changed its type is a column of each type.
 */
export function formColumns(
  versions: Iterable<PublishedVersion>,
  { municipalities, rows }: FormColumnOptions,
): FormColumn[] {
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const fields = new Map<string, { field: AnyField; all: AnyField[]; versions: number[] }>();
  for (const { version, form } of newestFirst) {
    for (const field of form.pages.flatMap((page) => page.fields)) {
      if (field.type === 'note') continue;
      const known = fields.get(`${field.id} ${field.type}`);
      if (known) {
        known.all.push(field);
        known.versions.unshift(version);
      } else fields.set(`${field.id} ${field.type}`, { field, all: [field], versions: [version] });
    }
  }
  const codes = new Map(municipalities.map((municipality) => [municipality.code, municipality]));
  const named = new Set<string>();
  return [...fields.values()].flatMap(({ field, all, versions: present }) => {
    const source: ColumnSource = { municipalities: codes, rows, options: (asked, part) => linesOf(asked, part, all) };
    return columnsOf(field, source)
      .filter(({ name }) => !named.has(name) && named.add(name))
      .map((column) => ({ ...column, field: field.id, versions: present }));
  });
}

type Line = { readonly value: string; readonly label: LocalizedText };

/** The lines of a field, or of one inside a group, over all versions. */
function linesOf(asked: AnyField, part: 'options' | 'rows' | 'columns', all: readonly AnyField[]): Line[] {
  const same = all.flatMap((field) => (field.type === 'group' ? [field, ...field.fields] : [field]));
  const lines = new Map<string, Line>();
  for (const field of same) {
    if (field.type !== asked.type || field.id !== asked.id) continue;
    for (const line of (field as unknown as Record<string, Line[] | undefined>)[part] ?? []) {
      if (!lines.has(line.value)) lines.set(line.value, line);
    }
  }
  return [...lines.values()];
}

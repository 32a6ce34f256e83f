import type { Answers, AnswerValue, Field, FieldOf, LocalizedText, Municipality } from '@cmto/contract';
import type { CellValue, Column } from './column.ts';

type AnyField = Exclude<Field, { type: 'note' }>;
type Line = { readonly value: string; readonly label: LocalizedText };

/** What columns need beyond the form. */
export interface ColumnSource {
  readonly municipalities: ReadonlyMap<string, Municipality>;
  /** Most rows any answer has, by the group's id. */
  readonly rows: ReadonlyMap<string, number>;
  /** The options a field has had in any version, the newest version's first. */
  options(field: AnyField, part: 'options' | 'rows' | 'columns'): readonly Line[];
}

/** The columns of one field, the same whatever the answers: one per question and option. */
export function columnsOf(field: AnyField, source: ColumnSource): Column[] {
  const column = makerOf(field);
  switch (field.type) {
    case 'choice':
    case 'dropdown':
      return [column('', 'value of the option', single), ...other(field, column)];
    case 'choices':
      return [
        ...source
          .options(field, 'options')
          .map((line) => column('.', '1 chosen, 0 not', (answer) => flag(answer, line.value), line)),
        ...other(field, column),
      ];
    case 'ranking':
      return source
        .options(field, 'options')
        .map((line) => column('.', 'place, 1 is best', (answer) => placeOf(answer, line.value), line));
    case 'allocation':
      return source
        .options(field, 'options')
        .map((line) => column('.', `share of ${field.total}`, (answer) => share(answer, line.value), line));
    case 'matrix':
      return matrixColumns(field, source, column);
    case 'yes-no':
    case 'consent':
      return [column('', '1 yes, 0 no', single)];
    case 'municipality':
      return municipalityColumns(source, column);
    case 'place':
      return (['lat', 'lon', 'address'] as const).map((part) =>
        column(`:${part}`, part, (answer) => ownPart(answer, part) as CellValue),
      );
    case 'file':
      return [
        column('', 'SHA-256 of each file, with spaces between', (answer) =>
          Array.isArray(answer) ? answer.join(' ') : undefined,
        ),
      ];
    case 'group':
      return groupColumns(field, source);
    default:
      return [column('', 'answer', single)];
  }
}

/** A value that fills one cell, of whatever type the question was when it was answered. */
function single(answer: AnswerValue | undefined): CellValue {
  if (typeof answer === 'boolean') return Number(answer);
  return typeof answer === 'object' ? undefined : answer;
}

type ColumnMaker = (suffix: string, holds: string, read: Column['read'], line?: Line) => Column;

const makerOf =
  (field: AnyField): ColumnMaker =>
  (suffix, holds, read, line) => ({
    name: field.id + (line ? `${suffix}${line.value}` : suffix),
    question: field.label,
    type: field.type,
    ...(line ? { option: line.value, label: line.label } : {}),
    holds,
    read,
  });

/** What was written beside "other". */
function other(field: FieldOf<'choice' | 'dropdown' | 'choices'>, column: ColumnMaker): Column[] {
  if (!field.other) return [];
  return [
    column(':other', 'what was written beside "other"', (answer) => {
      const written = Array.isArray(answer) ? answer.find(isOther) : answer;
      return isOther(written) ? written.other : undefined;
    }),
  ];
}

const isOther = (answer: unknown): answer is { other: string } =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'other');

const flag = (answer: AnswerValue | undefined, value: string): CellValue =>
  Array.isArray(answer) ? Number((answer as unknown[]).includes(value)) : undefined;

function placeOf(answer: AnswerValue | undefined, value: string): CellValue {
  const at = Array.isArray(answer) ? (answer as unknown[]).indexOf(value) : -1;
  return at < 0 ? undefined : at + 1;
}

/** An absent share is none at all, once the question was answered. */
const share = (answer: AnswerValue | undefined, value: string): CellValue =>
  answer === undefined ? undefined : ((ownPart(answer, value) as number | undefined) ?? 0);

function matrixColumns(field: FieldOf<'matrix'>, source: ColumnSource, column: ColumnMaker): Column[] {
  return source.options(field, 'rows').flatMap((row) => {
    if (!field.multiple)
      return [column('.', 'value of the column', (answer) => ownPart(answer, row.value) as CellValue, row)];
    return source.options(field, 'columns').map(({ value }) => ({
      ...column('.', '1 chosen, 0 not', (answer) => flag(ownPart(answer, row.value), value), row),
      name: `${field.id}.${row.value}.${value}`,
      option: `${row.value}.${value}`,
    }));
  });
}

function municipalityColumns({ municipalities }: ColumnSource, column: ColumnMaker): Column[] {
  const of = (answer: AnswerValue | undefined) => municipalities.get(String(answer));
  return [
    column('', 'ISTAT code, six digits', single),
    column(':name', 'name of the municipality', (answer) => of(answer)?.name),
    column(':zone', 'homogeneous zone', (answer) => of(answer)?.zone),
  ];
}

/** As many times the inner columns as the longest answer has rows. */
function groupColumns(field: FieldOf<'group'>, source: ColumnSource): Column[] {
  const inner = field.fields
    .filter((one) => one.type !== 'note')
    .flatMap((one) => columnsOf(one, source).map((column) => ({ id: one.id, column })));
  return Array.from({ length: source.rows.get(field.id) ?? 0 }, (_, row) =>
    inner.map(({ id, column }): Column => ({
      ...column,
      name: `${field.id}[${row + 1}].${column.name}`,
      read: (answer) => column.read(Array.isArray(answer) ? ownPart(answer[row], id) : undefined),
    })),
  ).flat();
}

const ownPart = (answer: AnswerValue | undefined, key: string): AnswerValue | undefined =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, key) ? (answer as Answers)[key] : undefined;

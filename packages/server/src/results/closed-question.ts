import type {
  Answers,
  AnswerValue,
  Field,
  FieldOf,
  LocalizedText,
  MunicipalityList,
  ResultField,
} from '@cmto/contract';
import type { Table } from './tally.ts';

/** A cell's name and words, as the results give them. */
export interface Cell {
  readonly value: string;
  readonly label?: LocalizedText;
}

/** One table of a question: the question's only one, or a row of a matrix. */
export interface QuestionTable extends Table {
  /** Row of a matrix. */
  readonly row?: FieldOf<'matrix'>['rows'][number];
  readonly cells: readonly Cell[];
  /** Whether the last cell counts what was written beside "other". */
  readonly other: boolean;
  /** Whether cells have means, and over whom: those who named the option, or all who answered. */
  readonly means?: 'named' | 'answered';
}

/** A question whose answers can be counted. */
export interface ClosedQuestion {
  readonly id: string;
  readonly type: ResultField['type'];
  readonly field: Exclude<Field, { type: 'note' }>;
  readonly tables: readonly QuestionTable[];
}

type Marker = (answer: never) => ReturnType<Table['mark']>;

const table = (kind: Table['kind'], cells: readonly Cell[], mark: Marker, other = false): QuestionTable => ({
  kind,
  cells,
  other,
  size: cells.length + (other ? 1 : 0),
  mark: mark as Table['mark'],
});

/** The tables a field's answers are counted in; undefined for questions with open answers. */
export function toClosedQuestion(
  field: Field,
  { municipalities, zones }: MunicipalityList,
): ClosedQuestion | undefined {
  switch (field.type) {
    case 'choice':
    case 'dropdown':
      return question(field, [oneOf(field.options, field.other ?? false)]);
    case 'choices':
      return question(field, [anyOf(field.options, field.other ?? false)]);
    case 'yes-no':
      return question(field, [table('partition', yesNo, (answer: boolean) => ({ cells: [answer ? 0 : 1] }))]);
    case 'scale':
      return question(field, [scale(field)]);
    case 'number':
      return question(field, [table('amount', [], (answer: number) => ({ cells: [], amounts: [answer] }))]);
    case 'matrix':
      return question(
        field,
        field.rows.map((row) => matrixRow(field, row)),
      );
    case 'ranking':
      return question(field, [ranking(field)]);
    case 'allocation':
      return question(field, [allocation(field)]);
    case 'municipality':
      return question(field, [zoneOf(municipalities, zones)]);
    default:
      return undefined;
  }
}

const question = (
  field: ClosedQuestion['field'] & { type: ResultField['type'] },
  tables: QuestionTable[],
): ClosedQuestion => ({
  id: field.id,
  type: field.type,
  field,
  tables,
});

const yesNo: Cell[] = [{ value: 'true' }, { value: 'false' }];

const indexOf = (cells: readonly Cell[]): Map<string, number> => new Map(cells.map(({ value }, at) => [value, at]));

/** The cell of one choice; the one after the options for "other". */
function cellOf(places: Map<string, number>, answer: AnswerValue, other: boolean): number | undefined {
  if (typeof answer === 'string') return places.get(answer);
  return other && typeof answer === 'object' && Object.hasOwn(answer, 'other') ? places.size : undefined;
}

function oneOf(options: readonly Cell[], other: boolean): QuestionTable {
  const places = indexOf(options);
  const mark = (answer: AnswerValue) => {
    const cell = cellOf(places, answer, other);
    return cell === undefined ? undefined : { cells: [cell] };
  };
  return table('partition', options.map(toCell), mark, other);
}

function anyOf(options: readonly Cell[], other: boolean): QuestionTable {
  const places = indexOf(options);
  const mark = (answer: readonly AnswerValue[]) => {
    const cells = answer.map((one) => cellOf(places, one, other)).filter((cell) => cell !== undefined);
    return cells.length > 0 ? { cells } : undefined;
  };
  return table('options', options.map(toCell), mark, other);
}

function scale({ min, max }: FieldOf<'scale'>): QuestionTable {
  const cells = Array.from({ length: max - min + 1 }, (_, at) => ({ value: String(min + at) }));
  const mark = (answer: number) =>
    answer >= min && answer <= max ? { cells: [answer - min], amounts: [answer] } : undefined;
  return table('partition', cells, mark);
}

function matrixRow({ columns, multiple }: FieldOf<'matrix'>, row: FieldOf<'matrix'>['rows'][number]): QuestionTable {
  const inner = multiple ? anyOf(columns, false) : oneOf(columns, false);
  const mark = (answer: Answers) => (Object.hasOwn(answer, row.value) ? inner.mark(answer[row.value]!) : undefined);
  return { ...inner, row, mark: mark as unknown as Table['mark'] };
}

function ranking({ options, minRanked, maxRanked }: FieldOf<'ranking'>): QuestionTable {
  const places = indexOf(options);
  const mark = (answer: readonly string[]) => {
    if (answer.some((value) => !places.has(value))) return undefined;
    const amounts = Array<number>(options.length).fill(0);
    const cells = answer.map((value, at) => {
      const cell = places.get(value)!;
      amounts[cell] = at + 1;
      return cell;
    });
    return { cells, amounts };
  };
  const kind = minRanked === undefined && maxRanked === undefined ? 'all' : 'options';
  return { ...table(kind, options.map(toCell), mark), means: 'named' };
}

function allocation({ options }: FieldOf<'allocation'>): QuestionTable {
  const mark = (answer: Record<string, number>) => {
    const amounts = options.map(({ value }) => (Object.hasOwn(answer, value) ? answer[value]! : 0));
    return { cells: amounts.flatMap((amount, at) => (amount > 0 ? [at] : [])), amounts };
  };
  return { ...table('options', options.map(toCell), mark), means: 'answered' };
}

/** 312 cells would nearly all be too small; the zones are what the institution plans by. */
function zoneOf(municipalities: MunicipalityList['municipalities'], zones: MunicipalityList['zones']): QuestionTable {
  const zoneOfCode = new Map(municipalities.map(({ code, zone }) => [code, zones.findIndex(({ id }) => id === zone)]));
  const mark = (answer: string) => {
    const cell = zoneOfCode.get(answer);
    return cell === undefined ? undefined : { cells: [cell] };
  };
  return table(
    'partition',
    zones.map(({ id, name }) => ({ value: String(id), label: name })),
    mark,
  );
}

const toCell = ({ value, label }: Cell): Cell => (label === undefined ? { value } : { value, label });

import type { ResultField, ResultOption } from '@cmto/contract';
import type { ClosedQuestion, QuestionTable } from './closed-question.ts';
import type { Told } from './refresh.ts';
import type { ToldQuestion } from './told-figures.ts';

type Figures = ResultField['answered'];
type Suppressed = NonNullable<Figures['suppressed']>;

const hidden = (suppressed: Suppressed): Figures => ({ count: null, suppressed });

/** A question's figures in the shape of the contract. */
export function toResultField(question: ClosedQuestion, told: ToldQuestion, threshold: number): ResultField {
  const [first] = question.tables;
  const isMatrix = question.type === 'matrix';
  return {
    id: question.id,
    type: question.type,
    label: question.field.label,
    answered: answeredOf(told, threshold),
    ...(isMatrix
      ? { rows: question.tables.map((table, at) => ({ ...table.row!, options: optionsOf(table, told?.[at]) })) }
      : {}),
    ...(!isMatrix && first!.cells.length > 0 ? { options: optionsOf(first!, told?.[0]) } : {}),
    ...(!isMatrix && first!.other ? { other: figuresOf(told?.[0], first!.cells.length) } : {}),
    ...(question.type === 'scale' || question.type === 'number' ? { mean: meanOf(told?.[0], threshold) } : {}),
  };
}

/** Of a matrix, how many answered its most answered row. */
function answeredOf(told: ToldQuestion, threshold: number): Figures {
  if (!told) return hidden('complement');
  const answered = Math.max(...told.map(({ tally }) => tally.answered));
  return answered < threshold ? hidden('threshold') : { count: answered };
}

function optionsOf(table: QuestionTable, told: Told | undefined): ResultOption[] {
  return table.cells.map((cell, at) => ({
    ...cell,
    ...figuresOf(told, at),
    ...(table.means ? { mean: optionMean(table, told, at) } : {}),
  }));
}

function figuresOf(told: Told | undefined, cell: number): Figures {
  if (!told) return hidden('complement');
  const verdict = told.verdicts[cell]!;
  return verdict ? hidden(verdict) : { count: told.tally.counts[cell]! };
}

/** Mean place among those who ranked the option; mean share among all who shared. */
function optionMean({ means }: QuestionTable, told: Told | undefined, cell: number): number | null {
  if (!told || told.verdicts[cell] !== null) return null;
  const { tally } = told;
  return rounded(tally.sums[cell]! / (means === 'named' ? tally.counts[cell]! : tally.answered));
}

/** With one cell hidden, the mean and the others would give it away. */
function meanOf(told: Told | undefined, threshold: number): number | null {
  if (!told || told.tally.answered < threshold || told.verdicts.some((verdict) => verdict !== null)) return null;
  return rounded(told.tally.sums[0]! / told.tally.answered);
}

/** One person more or less does not show. */
const rounded = (value: number): number => Number(value.toPrecision(3));

import type { AnswerValue, LocalizedText } from '@cmto/contract';

/** A cell of an export: text is neutralised, numbers are not, undefined is empty. */
export type CellValue = string | number | undefined;

/** One column of the CSV export and its line in the codebook. */
export interface Column {
  /**
   * `field`, `field.option`, `field.row.column`; after a colon what is neither (`field:other`). A group's rows are
   * counted from 1: `field[1].inner`. Neither can stand in a field's id, so no two columns share a name.
   */
  readonly name: string;
  readonly question: LocalizedText;
  readonly type: string;
  /** Value of the option, row or column. */
  readonly option?: string;
  readonly label?: LocalizedText;
  /** What the cell holds, in words. */
  readonly holds: string;
  read(answer: AnswerValue | undefined): CellValue;
}

import type { AnswerValue } from '@cmto/contract';

/**
 * `partition`: who answered stands in exactly one cell. `options`: in any number of them. `all`: in every one, so that
 * only the means differ (a ranking of all options). `amount`: there are no cells, only a sum.
 */
export type TableKind = 'partition' | 'options' | 'all' | 'amount';

/** What one answer adds to a table. */
export interface Mark {
  readonly cells: readonly number[];
  /** Per cell, or one for the table: places, shares, numbers to take the mean of. */
  readonly amounts?: readonly number[];
}

/** How answers to one question, or one row of a matrix, are counted. */
export interface Table {
  readonly kind: TableKind;
  readonly size: number;
  /** Undefined when the answer has no place in the table: another version's option. */
  mark(answer: AnswerValue): Mark | undefined;
}

/** The counts of one table. */
export interface Tally {
  readonly kind: TableKind;
  readonly answered: number;
  readonly counts: readonly number[];
  readonly sums: readonly number[];
}

/** Counts answers one by one into a table. */
export class Counter {
  readonly #table: Table;
  readonly #counts: number[];
  readonly #sums: number[];
  #answered = 0;

  constructor(table: Table) {
    this.#table = table;
    this.#counts = Array<number>(table.size).fill(0);
    this.#sums = Array<number>(Math.max(1, table.size)).fill(0);
  }

  add(answer: AnswerValue | undefined): void {
    const mark = answer === undefined ? undefined : this.#table.mark(answer);
    if (!mark) return;
    this.#answered += 1;
    for (const cell of mark.cells) this.#counts[cell]! += 1;
    mark.amounts?.forEach((amount, at) => (this.#sums[at]! += amount));
  }

  get tally(): Tally {
    return { kind: this.#table.kind, answered: this.#answered, counts: this.#counts, sums: this.#sums };
  }
}

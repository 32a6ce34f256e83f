/** The tables of what the institution made of what people contributed. */
export interface OutputTables {
  outputs: OutputRow;
  output_inputs: OutputInputRow;
}

/** A plan, an act, a report: something that is public and has an address. */
export interface OutputRow {
  id: string;
  department: string;
  title: string;
  url: string;
  /** `2027-03-31` */
  date: string;
  /** An `OutputKind` of the contract. */
  kind: string;
}

/** That an output used a contribution. */
export interface OutputInputRow {
  output: string;
  /** The contribution's key. */
  contribution: string;
  /** Of the output, as its readers find it: `Azione 3.2`. */
  part: string | null;
  at: number;
  operator: string;
}

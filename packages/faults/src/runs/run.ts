import type { Verdict } from '../ledger/judge.ts';
import type { Losses } from '../ledger/losses.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Random } from '../random.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface RunOptions {
  readonly random: Random;
  /** How much is done: fixed per run by `--quick` or `--full`, or given by `--times`. */
  readonly amount: number;
  readonly database: DatabaseKind;
  /** Of the servers, besides those that name the database: the tests of a run break them on purpose. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  /** Is given the ledger, to tell whoever waits how far the run is. */
  readonly watch?: ((ledger: Ledger) => void) | undefined;
}

/** One line of the table. */
export interface Row {
  readonly name: string;
  /** What was done, in figures. */
  readonly done: string;
  /** What the oracle found; empty is good. */
  readonly wrong: readonly string[];
  /** How many answers it found lost, there twice, or altered; absent where answers are not what is counted. */
  readonly losses?: Losses;
  /** Why it was not run, if it was not. */
  readonly skipped?: string;
  readonly notes?: readonly string[];
}

/** The first findings of a verdict in words. */
export const wrongIn = ({ findings }: Pick<Verdict, 'findings'>): string[] =>
  fewOf(findings.map(({ wrong, key, detail }) => `${wrong} ${key} ${detail}`.trim()));

/** The first of a list, and how many more there are: nobody reads thousands. */
export const fewOf = (words: readonly string[]): string[] =>
  words.length > 5 ? [...words.slice(0, 5), `and ${words.length - 5} more`] : [...words];

/** What is wrong when fewer have promised than were to: nothing was proven of those that never came. */
export const tooFew = (promised: number, amount: number): string[] =>
  promised === amount ? [] : [`${promised} have promised an answer, ${amount} were to`];

export const whole = (value: number): string => value.toLocaleString('en');

import { Random } from '../random.ts';
import { tellProgress } from './progress.ts';
import type { Entry } from './all-runs.ts';
import type { CommandOptions } from './options.ts';
import type { DatabaseKind, Row } from './run.ts';

/** Thrown by a run that needs what this machine does not have. */
export class Unavailable extends Error {}

/** A row with what it took. */
export interface TimedRow extends Row {
  readonly database: DatabaseKind;
  /** How much the row does by itself, quick and full. */
  readonly asked: { readonly quick: number; readonly full: number };
  readonly seconds: number;
}

/** Minutes after which a row that has not ended is taken to hang: many times what it takes on a slow machine. */
const patience = { quick: 10, full: 24 * 60 };

const orHangs = async <Result>(work: Promise<Result>, minutes: number): Promise<Result> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`not at its end after ${minutes} minutes`)), minutes * 60_000);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Runs one entry on one database. What it throws is a finding, too: nothing that broke off was proven. */
export const runOne = async (
  entry: Entry,
  database: DatabaseKind,
  { full, times, seed }: Pick<CommandOptions, 'full' | 'times' | 'seed'>,
): Promise<TimedRow> => {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  const asked = { quick: entry.quick[database] ?? 0, full: entry.full[database] ?? 0 };
  const progress = tellProgress(`${entry.name} (${database})`);
  try {
    const run = await entry.load();
    const random = new Random(`${seed}/${entry.name}/${database}`);
    const amount = times ?? (full ? asked.full : asked.quick);
    const row = await orHangs(
      run({ random, amount, database, watch: progress.watch }),
      full ? patience.full : patience.quick,
    );
    return { ...row, database, asked, seconds: seconds() };
  } catch (error) {
    const { message, stack } = error as Error;
    const failed = { name: entry.name, done: '–', database, asked, seconds: seconds() };
    if (error instanceof Unavailable) return { ...failed, wrong: [], skipped: message };
    return { ...failed, wrong: [stack ?? message] };
  } finally {
    progress.stop();
  }
};

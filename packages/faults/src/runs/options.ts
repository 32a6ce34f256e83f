import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { DatabaseKind } from './run.ts';

export const usage = `Usage: pnpm faults [--quick | --full] [--times N] [--only NAME,…] [--seed SEED] [--database sqlite|postgres] [--require-all]

  --quick         the amounts of continuous integration (default): within ten minutes in all
  --full          the large ones: hours
  --times         so much of each row, in place of its own amount
  --only          these rows alone
  --seed          repeats a run: faults, answers and instants are drawn from it
  --database      this database alone
  --require-all   a row that cannot be run here fails`;

export interface CommandOptions {
  readonly full: boolean;
  /** In place of each row's own amount. */
  readonly times: number | undefined;
  readonly only: readonly string[] | undefined;
  readonly seed: string;
  readonly databases: readonly DatabaseKind[];
  readonly requireAll: boolean;
}

const readDatabases = (given: string | undefined): readonly DatabaseKind[] => {
  if (given === undefined) return ['sqlite', 'postgres'];
  if (given === 'sqlite' || given === 'postgres') return [given];
  throw new Error(`--database ${given}: sqlite or postgres`);
};

const readTimes = (given: string | undefined): number | undefined => {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new Error(`--times ${given}: a whole number from 1 on`);
};

/** Reads the command line; throws a sentence for what it does not know. */
export const readOptions = (words: readonly string[], names: readonly string[]): CommandOptions => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean' },
      full: { type: 'boolean', default: false },
      times: { type: 'string' },
      only: { type: 'string' },
      seed: { type: 'string', default: String(randomInt(2 ** 32)) },
      database: { type: 'string' },
      'require-all': { type: 'boolean', default: false },
    },
  });
  if (values.quick && values.full) throw new Error('--quick or --full, not both');
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}: there are ${names.join(', ')}`);
  return {
    full: values.full,
    times: readTimes(values.times),
    only,
    seed: values.seed,
    databases: readDatabases(values.database),
    requireAll: values['require-all'],
  };
};

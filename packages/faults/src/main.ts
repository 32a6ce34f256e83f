import { allRuns } from './runs/all-runs.ts';
import { type CommandOptions, readOptions, usage } from './runs/options.ts';
import { runOne, type TimedRow } from './runs/run-one.ts';
import { isSound, toTable } from './runs/table.ts';
import { stopPostgres } from './service/postgres-cluster.ts';

const options = readLine();
const amounts = `${options.full ? ' --full' : ''}${options.times ? ` --times ${options.times}` : ''}`;
console.log(`seed ${options.seed}: the same faults again with --seed ${options.seed}${amounts}`);
const rows: TimedRow[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopPostgres().finally(() => process.exit(1)));
}
for (const entry of allRuns) {
  if (options.only && !options.only.includes(entry.name)) continue;
  for (const database of options.databases) {
    if (!(database in entry.quick)) continue;
    const row = await runOne(entry, database, options);
    rows.push(row);
    console.log(`\n${toTable([row])}\n${(row.notes ?? []).map((note) => `    ${note}\n`).join('')}`);
  }
}
await stopPostgres();
console.log(`All rows, seed ${options.seed}\n\n${toTable(rows)}`);
process.exit(isSound(rows, options) ? 0 : 1);

function readLine(): CommandOptions {
  try {
    return readOptions(
      process.argv.slice(2),
      allRuns.map(({ name }) => name),
    );
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

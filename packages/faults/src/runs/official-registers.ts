import { freshDatabase } from '../service/fresh-database.ts';
import { fewOf, type Row, type RunOptions } from './run.ts';
import { runProgram } from './run-program.ts';

/**
 * Official registers, over HTTP and by certified mail, that are down for a day, answer late, twice, with garbage or not
 * at all, and die between a number and its answer, while the server is killed in between: one number for each request.
 */
export const officialRegisters = async ({ random, amount, database: kind }: RunOptions): Promise<Row> => {
  await using database = await freshDatabase(kind);
  const words = ['--requests', String(amount), '--seed', random.uuid()];
  const { code, lines } = await runProgram('registers/main.ts', words, database.settings);
  return {
    name: 'official registers that fail, the server killed meanwhile',
    done: lines.at(-1) ?? '–',
    wrong: code === 0 ? [] : [`ended with ${code}`, ...fewOf(lines.slice(0, -1))],
  };
};

import { freshDatabase } from '../service/fresh-database.ts';
import { fewOf, type Row, type RunOptions } from './run.ts';
import { type Ended, runProgram } from './run-program.ts';

/** The row that the program's end stands for: sound only when it has sent all that it was asked to, to each register. */
export const rowOf = ({ code, lines }: Ended, amount: number): Row => {
  const done = lines.at(-1) ?? '';
  const isSound = code === 0 && done.startsWith(`${3 * amount} requests, `);
  return {
    name: 'official registers that fail, the server killed meanwhile',
    done: done || '–',
    wrong: isSound ? [] : [`ended with ${code}: ${done}`, ...fewOf(lines.slice(0, -1))],
  };
};

/**
 * Official registers, over HTTP and by certified mail, that are down for a day, answer late, twice, with garbage or not
 * at all, and die between a number and its answer, while the server is killed in between: one number for each request.
 */
export const officialRegisters = async ({ random, amount, database: kind }: RunOptions): Promise<Row> => {
  await using database = await freshDatabase(kind);
  const words = ['--requests', String(amount), '--seed', random.uuid()];
  return rowOf(await runProgram('registers/main.ts', words, database.settings), amount);
};

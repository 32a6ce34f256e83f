import { type Row, type RunOptions, whole } from './run.ts';
import { runProgram } from './run-program.ts';

/** `pnpm fuzz` as a row: mutated bodies on every route of the server, in one process, without a port. */
export const fuzz = async ({ random, amount }: RunOptions): Promise<Row> => {
  const seed = random.between(0, 2 ** 31 - 1);
  const { code, lines } = await runProgram('fuzz/main.ts', ['--runs', String(amount), '--seed', String(seed)]);
  return {
    name: 'fuzzed bodies on every route, none answered with 500 or above',
    done: `${whole(amount)} bodies, pnpm fuzz --runs ${amount} --seed ${seed}`,
    wrong: code === 0 ? [] : [`ended with ${code}`, ...lines.slice(-20)],
    notes: lines.slice(-4),
  };
};

import { type Row, type RunOptions, whole } from './run.ts';
import { type Ended, runProgram } from './run-program.ts';

/** What the program's own count of bodies says; undefined when it has not come so far. */
const bodiesIn = (lines: readonly string[]): number | undefined => {
  const [count] = lines.flatMap((line) => /^([\d,]+) bodies, [\d,]+ requests/.exec(line)?.slice(1) ?? []);
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
};

/** The row that the program's end stands for: sound only when it has sent all that it was asked to. */
export const rowOf = ({ code, lines }: Ended, { amount, seed }: { amount: number; seed: number }): Row => {
  const bodies = bodiesIn(lines);
  const isSound = code === 0 && bodies === amount;
  return {
    name: 'fuzzed bodies on every route, none answered with 500 or above, none over 1 s',
    done: `${bodies === undefined ? 'unknown' : whole(bodies)} bodies, pnpm fuzz --runs ${amount} --seed ${seed}`,
    wrong: isSound ? [] : [`ended with ${code} after ${bodies ?? 'an unknown number of'} bodies`, ...lines.slice(-20)],
    notes: lines.filter((line) => !/^[\d,]+ bodies$/.test(line)),
  };
};

/** `pnpm fuzz` as a row: mutated bodies on every route of the server, in one process, without a port. */
export const fuzz = async ({ random, amount }: RunOptions): Promise<Row> => {
  const seed = random.between(0, 2 ** 31 - 1);
  const ended = await runProgram('fuzz/main.ts', ['--runs', String(amount), '--seed', String(seed)]);
  return rowOf(ended, { amount, seed });
};

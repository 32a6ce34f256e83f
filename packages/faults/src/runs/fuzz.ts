import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Row, type RunOptions, whole } from './run.ts';

const program = fileURLToPath(new URL('../../../server/test/fuzz/main.ts', import.meta.url));

/** `pnpm fuzz` as a row: mutated bodies on every route of the server, in one process, without a port. */
export const fuzz = async ({ random, amount }: RunOptions): Promise<Row> => {
  const seed = random.between(0, 2 ** 31 - 1);
  const child = spawn(process.execPath, [program, '--runs', String(amount), '--seed', String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = Buffer.concat(said).toString().trim().split('\n');
  return {
    name: 'fuzzed bodies on every route, none answered with 500 or above',
    done: `${whole(amount)} bodies, pnpm fuzz --runs ${amount} --seed ${seed}`,
    wrong: code === 0 ? [] : [`ended with ${code}`, ...lines.slice(-20)],
    notes: lines.slice(-4),
  };
};

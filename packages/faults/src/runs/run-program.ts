import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a program has said, line by line, and what it ended with. */
export interface Ended {
  readonly code: number | null;
  readonly lines: readonly string[];
}

/** Runs a program of the server's own tests to its end; it does not outlive this command. */
export const runProgram = async (
  path: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> => {
  const program = fileURLToPath(new URL(`../../../server/test/${path}`, import.meta.url));
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const takeAlong = (): void => void child.kill('SIGKILL');
  process.once('exit', takeAlong);
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('exit', takeAlong);
  return { code, lines: Buffer.concat(said).toString().trim().split('\n') };
};

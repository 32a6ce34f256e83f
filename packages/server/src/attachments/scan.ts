import { spawn } from 'node:child_process';
import { ProblemError } from '../http/problem-error.ts';
import { unavailable } from '../http/to-problem.ts';

/** Looks at a file before it is kept. Throws `attachment.infected`, or `server.unavailable` where it cannot tell. */
export type Scan = (path: string) => Promise<void>;

/** Milliseconds that a scanner may take for one file. */
const patience = 60_000;

/** What `clamscan` and its kin answer with. */
const clean = 0;
const infected = 1;

/**
 * A command of the operator's, words divided by spaces or in double quotes, which gets the file's path as its last
 * word. No shell is asked.
 */
export function scanWith(command: string, limit = patience): Scan {
  const [program = '', ...words] = (command.match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => word.replaceAll('"', ''));
  return async (path) => {
    const outcome = await run(program, [...words, path], limit);
    if (outcome === clean) return;
    if (outcome === infected) throw new ProblemError('attachment.infected');
    throw unavailable('The virus scanner gave no verdict', 60, new Error(`The scanner ended with ${outcome}`));
  };
}

/** The exit code, or in words why there is none. */
function run(program: string, words: readonly string[], limit: number): Promise<number | string> {
  return new Promise((resolve) => {
    // Not the option `timeout`: for a program that is not there, its timer goes on and keeps this process from ending.
    const signal = AbortSignal.timeout(limit);
    const child = spawn(program, words, { stdio: 'ignore', signal, killSignal: 'SIGKILL' });
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) => resolve(code ?? String(signal)));
  });
}

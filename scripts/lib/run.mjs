import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const STOPS = Object.keys(SIGNALS);

/** The exit code of a child, one that a signal ended counted as shells do. */
const exitCodeOf = (code, signal) => code ?? 128 + (SIGNALS[signal] ?? 9);

/**
 * Runs a program to its end and gives its exit code, its output passing through, or into `hear`. Told to stop
 * meanwhile, we stop the program, wait for it and end ourselves: nothing we started is left behind, nothing is begun.
 */
export function run(command, args, options = {}) {
  const stdio = options.hear ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio, ...options });
    child.stdout?.on('data', options.hear);
    child.stderr?.on('data', options.hear);
    let stoppedBy;
    const forward = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of STOPS) process.on(signal, forward);
    const release = () => STOPS.forEach((signal) => process.off(signal, forward));
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      if (stoppedBy) process.exit(exitCodeOf(null, stoppedBy));
      resolve(exitCodeOf(code, signal));
    });
  });
}

/** Like `run`, but keeps what the program wrote: for output that only matters when it failed. */
export async function runQuietly(command, args, options = {}) {
  const chunks = [];
  const code = await run(command, args, { ...options, hear: (chunk) => chunks.push(chunk) });
  return { code, output: Buffer.concat(chunks).toString() };
}

/**
 * Stops us when npm is gone. npm hands a signal to its shell alone, which dies of it without a word to us; a server
 * would then go on unseen and keep the port.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const { ppid } = process;
  setInterval(() => {
    if (process.ppid !== ppid) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Unavailable } from '../runs/run-one.ts';

let opened: Promise<string> | undefined;

/** `Xvfb` picks a free number itself and writes it down. */
const start = async (): Promise<string> => {
  const server = spawn('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1024x768x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  process.once('exit', () => server.kill());
  const missing = once(server, 'error').then(([error]) => {
    throw new Unavailable(`no Xvfb: ${(error as Error).message}`);
  });
  const [number] = (await Promise.race([once(server.stdout, 'data'), missing])) as [Buffer];
  return `:${number.toString().trim()}`;
};

/** The `DISPLAY` of a screen that nobody sees; one for the whole command. */
export const openScreen = (): Promise<string> => (opened ??= start());

import { spawn } from 'node:child_process';
import { endsWithUs } from './ends-with-us.mjs';

/** Starts a screen that nobody sees, for programs that cannot do without one; answers its name (`:3`). */
export async function openVirtualDisplay() {
  // Xvfb takes the first free number and writes it to the file that it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endsWithUs(server);
  const gone = new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  const number = await Promise.race([
    new Promise((resolve) => server.stdio[3].once('data', (text) => resolve(String(text).trim()))),
    gone,
  ]);
  if (!number) throw new Error('Xvfb did not start.');
  return {
    name: `:${number}`,
    async close() {
      server.kill('SIGTERM');
      await gone;
    },
  };
}

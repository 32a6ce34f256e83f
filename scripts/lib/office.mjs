import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectNode, root } from './paths.mjs';

/**
 * Starts what the trial lacks on one machine: somebody who says who people are, and a mailbox (`demo/office`). Gives the
 * server's settings for them, and where the letters can be read; undefined where the settings are not those of a trial,
 * for then it refuses to start. It ends with this program, which cannot end by itself before `close`.
 */
export async function openOffice(origin, environment) {
  const child = spawn(projectNode(), [join(root, 'demo', 'office', 'main.ts'), origin], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise((resolve) => {
    lines.once('line', resolve);
    void ended.then(() => resolve(undefined));
  });
  if (first === undefined) return undefined;
  lines.on('line', (line) => console.log(line));
  const { mailbox, ...settings } = JSON.parse(first);
  const close = () => {
    child.stdin.end();
    return ended;
  };
  return { mailbox, settings, close };
}

import { root } from './paths.mjs';
import { runQuietly } from './run.mjs';

/**
 * A seed that each commit has its own of: the first 32 bits of its name, as a number. `1` where there is no commit to
 * ask, as in a downloaded archive.
 */
export async function seedOfCommit(folder = root) {
  const nothing = { code: 1, output: '' };
  const { code, output } = await runQuietly('git', ['rev-parse', 'HEAD'], { cwd: folder }).catch(() => nothing);
  return code === 0 && /^[0-9a-f]{40,64}\s*$/.test(output) ? String(Number.parseInt(output.slice(0, 8), 16)) : '1';
}

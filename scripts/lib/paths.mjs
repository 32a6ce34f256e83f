import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder, with no slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What these scripts remember between runs; goes with `node_modules`, so a fresh install starts afresh. */
export const memory = join(root, 'node_modules', '.cmto');

/** The Node that runs everything but `npm start` and `npm test` themselves; present once the packages are installed. */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const binary = join(root, 'node_modules', 'node', 'bin', name);
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run npm start or npm test first, they install it.`);
  return binary;
}

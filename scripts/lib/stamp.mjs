import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { memory, root } from './paths.mjs';

const NOT_SOURCES = new Set(['node_modules', 'dist', '.data', 'test', 'e2e', '.git']);

/** Every file below a folder of the repository, sorted, without what is built, installed or only tested. */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return NOT_SOURCES.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** A hash of names and contents: mtimes change with every checkout, contents do not. */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** True when the same stamp was left under that name the last time the work was done. */
export function isStamped(name, stamp) {
  const file = join(memory, name);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Remembers that the work described by the stamp is done. */
export function leaveStamp(name, stamp) {
  mkdirSync(memory, { recursive: true });
  writeFileSync(join(memory, name), stamp);
}

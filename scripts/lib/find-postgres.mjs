import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const ELSEWHERE = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/opt/homebrew/opt/postgresql@*/bin',
  '/usr/local/opt/postgresql@*/bin',
  '/Applications/Postgres.app/Contents/Versions/latest/bin',
];

function hasBoth(folder) {
  try {
    for (const name of ['initdb', 'postgres']) accessSync(join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder of an installed PostgreSQL's `initdb` and `postgres`, the newest version of several, or undefined.
 * `CMTO_POSTGRES_BIN` decides when it is set, and must then be right.
 */
export function findPostgres() {
  const { CMTO_POSTGRES_BIN: named } = process.env;
  if (named && !hasBoth(named)) throw new Error(`CMTO_POSTGRES_BIN names ${named}, where initdb and postgres are not.`);
  if (named) return named;
  const path = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const versions = ELSEWHERE.flatMap((pattern) => globSync(pattern).sort(byNumber).reverse());
  return [...path, ...versions].find(hasBoth);
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;

import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { makeDataFolder } from '../data-folder.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { migrate } from './migrate.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Schema } from './schema.ts';

/** Opens the embedded database, creates it if need be, and brings its tables up to date. */
export async function openSqlite(file: string, { busyTimeout = 5000 }: DatabaseOptions): Promise<Database> {
  makeDataFolder(dirname(file));
  // Writing the file anew takes as much room again: not in memory, and not where others may look.
  process.env['SQLITE_TMPDIR'] = dirname(file);
  const sqlite = new DatabaseSync(file);
  try {
    chmodSync(file, 0o600);
    sqlite.exec(pragmas(busyTimeout));
    const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(sqlite) });
    await migrate(db, 'sqlite');
    return {
      db,
      kind: 'sqlite',
      forgetOrder: (largest) => forgetOrder(sqlite, db, largest),
      forgetErased: async () => rewrite(sqlite),
      close: () => close(sqlite, db),
    };
  } catch (error) {
    if (sqlite.isOpen) sqlite.close();
    throw error;
  }
}

/**
 * An acknowledged answer is on the disk (`synchronous=FULL` in WAL). What is deleted is overwritten. The log grows to
 * 128 MB before it is brought into the file, for which commits wait: random keys touch pages all over, so that a round
 * costs nearly as much for few answers as for many (measured: a third more commits than at SQLite's own 4 MB).
 */
const pragmas = (busyTimeout: number): string => `
  PRAGMA busy_timeout=${busyTimeout};
  PRAGMA journal_mode=WAL;
  PRAGMA synchronous=FULL;
  PRAGMA foreign_keys=ON;
  PRAGMA secure_delete=ON;
  PRAGMA cache_size=-4000;
  PRAGMA wal_autocheckpoint=32000;
  PRAGMA journal_size_limit=134217728;
`;

/**
 * Writes the file anew in key order if answers have come since the last time, and empties the write-ahead log: where
 * bytes lie in a page or in the log would tell in what order they arrived.
 */
async function forgetOrder(sqlite: DatabaseSync, db: Kysely<Schema>, largest = Infinity): Promise<void> {
  if (sizeOf(sqlite) > largest) return;
  const stored = await countStored(db);
  // `user_version` is SQLite's free integer; here, how many rows the file held when it was last written anew.
  const { user_version: ordered } = sqlite.prepare('PRAGMA user_version').get() as { user_version: number };
  if (stored !== ordered) {
    sqlite.exec('VACUUM');
    sqlite.exec(`PRAGMA user_version=${stored}`);
  }
  emptyLog(sqlite);
}

/** Next time it is rewritten once more, since somebody may be writing meanwhile. */
function rewrite(sqlite: DatabaseSync): void {
  sqlite.exec('VACUUM');
  sqlite.exec('PRAGMA user_version=-1');
  emptyLog(sqlite);
}

const emptyLog = (sqlite: DatabaseSync): void => sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)');

function sizeOf(sqlite: DatabaseSync): number {
  const { page_count: pages } = sqlite.prepare('PRAGMA page_count').get() as { page_count: number };
  const { page_size: size } = sqlite.prepare('PRAGMA page_size').get() as { page_size: number };
  return pages * size;
}

async function countStored(db: Kysely<Schema>): Promise<number> {
  const { answers } = await db
    .selectFrom('survey_counts')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('responses'), eb.lit(0)).as('answers'))
    .executeTakeFirstOrThrow();
  const { files } = await db
    .selectFrom('attachments')
    .select((eb) => eb.fn.countAll<number>().as('files'))
    .executeTakeFirstOrThrow();
  return answers + files;
}

async function close(sqlite: DatabaseSync, db: Kysely<Schema>): Promise<void> {
  await db.destroy();
  // Kysely closes only what it has used.
  if (sqlite.isOpen) sqlite.close();
}

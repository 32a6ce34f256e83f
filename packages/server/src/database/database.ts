import type { Kysely } from 'kysely';
import { isPostgresUrl } from './database-target.ts';
import type { DatabaseKind } from './migrations/create-table.ts';
import type { Schema } from './schema.ts';

/** The one way to the data. Queries go through `db`; the rest is upkeep. */
export interface Database {
  readonly db: Kysely<Schema>;
  readonly kind: DatabaseKind;
  /**
   * Takes out of the stored bytes in what order answers came, if any have come since the last time. What is over
   * `largest` bytes is left for a quieter time.
   */
  forgetOrder(largest?: number): Promise<void>;
  /** Takes off the disk what was deleted from the tables. */
  forgetErased(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** How long a write waits for another process's, in milliseconds. */
  busyTimeout?: number;
  /** PostgreSQL: most connections held at a time. */
  connections?: number;
}

/** Opens the database at a `postgres://` address or in a file, and brings its tables up to date. */
export async function openDatabase(target: string, options: DatabaseOptions = {}): Promise<Database> {
  // Neither database's driver is read where the other one is used.
  if (isPostgresUrl(target)) return (await import('./postgres-database.ts')).openPostgres(target, options);
  return (await import('./sqlite-database.ts')).openSqlite(target, options);
}

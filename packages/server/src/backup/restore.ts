import type { KeyObject } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Kysely, type Transaction } from 'kysely';
import { FolderStore } from '../attachments/folder-store.ts';
import type { FileId } from '../attachments/attachment-store.ts';
import { databaseFile } from '../database/database-target.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { moveLock } from '../database/postgres-order.ts';
import type { Schema } from '../database/schema.ts';
import { isSameSecret } from '../receipts/same-secret.ts';
import { lockRegister } from '../register/register-lock.ts';
import { copyFiles } from './files.ts';
import { copyTables, emptyTables, tables } from './tables.ts';
import { eraseAgain, readTombstones } from './tombstones.ts';

export interface RestoreTarget {
  readonly database: Database;
  readonly dataDir: string;
  readonly now: () => number;
}

export interface Restored {
  readonly answers: number;
  readonly files: number;
  readonly lost: readonly FileId[];
}

/** Whether nobody has put anything here yet. */
export async function isEmpty({ db }: Database): Promise<boolean> {
  for (const table of ['surveys', 'responses', 'attachments', 'tombstones', 'register_entries'] as const) {
    if (await db.selectFrom(table).select(sql.lit(1).as('one')).limit(1).executeTakeFirst()) return false;
  }
  return true;
}

/**
 * Puts a backup in place of what the database holds. Files first, then all rows at once: at no moment does a row name a
 * file that is not there. What was erased since the backup was made stays erased. The backup itself is only read.
 */
export async function restoreFrom(folder: string, target: RestoreTarget, secret: KeyObject): Promise<Restored> {
  const { database, dataDir, now } = target;
  // Opening brings the tables up to date: on a copy, for a backup stays what it is.
  const work = await mkdtemp(join(dataDir, 'restore-'));
  try {
    await copyFile(databaseFile(folder), databaseFile(work));
    const copy = await openDatabase(databaseFile(work));
    try {
      await requireWhole(copy.db);
      if (!(await isSameSecret(copy.db, secret)))
        throw new Error('The secret is not the one that the backup was made with');
      const stores = [folder, dataDir].map((place) => new FolderStore(join(place, 'attachments'), now)) as [
        FolderStore,
        FolderStore,
      ];
      // First, that no erased file comes back to the disk; once more with the rows, under their lock.
      await eraseAgain(copy.db, await readTombstones(database.db));
      const { copied, lost } = await copyFiles(copy.db, ...stores);
      await database.db.transaction().execute((transaction) => replaceRows(copy.db, transaction, database.kind));
      const { answers } = await copy.db
        .selectFrom('responses')
        .select((eb) => eb.fn.countAll<number>().as('answers'))
        .executeTakeFirstOrThrow();
      return { answers, files: copied, lost };
    } finally {
      await copy.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function requireWhole(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  if (rows[0]?.integrity_check !== 'ok') throw new Error(`The backup is damaged: ${rows[0]?.integrity_check}`);
}

async function replaceRows(copy: Kysely<Schema>, db: Transaction<Schema>, kind: Database['kind']): Promise<void> {
  if (kind === 'postgres') {
    // Whoever wants to store an answer meanwhile waits or is told to come again; readers see what was, until the end.
    await sql`select pg_advisory_xact_lock(${sql.lit(moveLock)})`.execute(db);
    await lockRegister(db);
    await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in exclusive mode`.execute(db);
  }
  await eraseAgain(copy, await readTombstones(db));
  const { revision } = await db.selectFrom('catalogue').select('revision').executeTakeFirstOrThrow();
  await emptyTables(db);
  await copyTables(copy, db);
  // Higher than either: running servers look at everything anew.
  await db
    .updateTable('catalogue')
    .set((eb) => ({ revision: eb('revision', '+', revision + 1) }))
    .execute();
}

import { chmod } from 'node:fs/promises';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../database/database.ts';
import { copyTables, emptyTables, tables } from './tables.ts';

/**
 * Writes what the database holds at one instant into a new SQLite file, while others go on reading and writing. Rows
 * come in key order: a backup tells no more of the order of arrival than the day.
 */
export async function writeSnapshot(database: Database, file: string): Promise<void> {
  if (database.kind === 'sqlite') await sql`vacuum into ${file}`.execute(database.db);
  else await copyFromPostgres(database, file);
  await chmod(file, 0o600);
}

async function copyFromPostgres({ db }: Database, file: string): Promise<void> {
  const copy = await openDatabase(file);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (snapshot) => {
        // Before the first look, which is when the instant is chosen: no table is rewritten from then on. However long it takes.
        await sql`set local lock_timeout = 0`.execute(snapshot);
        await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in access share mode`.execute(
          snapshot,
        );
        await copy.db.transaction().execute(async (target) => {
          await emptyTables(target);
          await copyTables(snapshot, target);
        });
      });
    await copy.forgetOrder();
  } finally {
    await copy.close();
  }
}

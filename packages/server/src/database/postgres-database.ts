import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Database, DatabaseOptions } from './database.ts';
import { migrate } from './migrate.ts';
import { PostgresConnections } from './postgres-connections.ts';
import { PostgresOrder } from './postgres-order.ts';
import type { Schema } from './schema.ts';

/** Opens a PostgreSQL database and brings its tables up to date. Throws when it does not hold texts in UTF-8. */
export async function openPostgres(
  url: string,
  { busyTimeout = 5000, connections = 10 }: DatabaseOptions,
): Promise<Database> {
  const pool = new PostgresConnections(url, { connections, lockTimeout: busyTimeout });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await requireUtf8(db);
    await migrate(db, 'postgres');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const order = new PostgresOrder(url);
  return {
    db,
    kind: 'postgres',
    forgetOrder: (largest) => order.forgetOrder(largest),
    forgetErased: () => order.forgetErased(),
    close: () => db.destroy(),
  };
}

async function requireUtf8(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(db);
  const { encoding } = rows[0]!;
  if (encoding !== 'UTF8') throw new Error(`The database's encoding is ${encoding}: create one with encoding UTF8`);
}

import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DatabaseKind } from './migrations/create-table.ts';
import { migrationsFor } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/** Brings the tables up to date. Of several processes that start together one does it and the others wait. */
export async function migrate(db: Kysely<Schema>, kind: DatabaseKind): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationsFor(kind) }).migrateToLatest();
  if (error) throw error;
}

import { PostgresAdapter, type Kysely } from 'kysely';
import type { DatabaseKind } from './migrations/create-table.ts';

/** The kind of database that queries of this builder, or transaction, go to. */
export const kindOf = <Tables>(db: Kysely<Tables>): DatabaseKind =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';

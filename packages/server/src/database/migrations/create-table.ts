import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/** Starts a table that is kept in the order of its primary key. */
export type CreateTable = (name: string) => CreateTableBuilder<any, any>;

/** The databases the one set of migrations runs on. */
export type DatabaseKind = 'sqlite' | 'postgres';

/**
 * In SQLite every table is `WITHOUT ROWID`: a rowid would number the answers as they came in.
 * PostgreSQL has no such thing; there the table is clustered again by key from time to time.
 */
export const createTableFor =
  (db: Kysely<any>, kind: DatabaseKind): CreateTable =>
  (name) => {
    const table = db.schema.createTable(name);
    return kind === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table;
  };

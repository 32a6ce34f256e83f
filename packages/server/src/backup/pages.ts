import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A table that is read in the order of its key. */
export interface PagedTable {
  readonly name: keyof Schema;
  readonly key: readonly string[];
}

type Row = Record<string, unknown>;

/** Rows read and written together: far from the number of values a statement may have, and never much in memory. */
const pageSize = 200;

/**
 * A table's rows in the order of its key, those behind the given values of its first columns. One comparison at a time:
 * of two SQLite would seek the first and read on from there, for every page all the pages before it.
 */
export async function* pagesOf(
  db: Kysely<Schema>,
  { name, key }: PagedTable,
  start: readonly unknown[] = [],
): AsyncGenerator<Row[]> {
  for (let after = start; ;) {
    const behind =
      after.length > 0 ? sql`where (${columns(key.slice(0, after.length))}) > (${sql.join(after)})` : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} ${behind} order by ${columns(key)} limit ${sql.lit(pageSize)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    const last = rows.at(-1)!;
    after = key.map((column) => last[column]);
  }
}

const columns = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));

export async function copyPages(to: Kysely<Schema>, { name }: PagedTable, pages: AsyncIterable<Row[]>): Promise<void> {
  for await (const rows of pages)
    await to
      .insertInto(name)
      .values(rows as never)
      .execute();
}

import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A table that is read in the order of its key. */
export interface PagedTable {
  readonly name: keyof Schema;
  readonly key: readonly string[];
}

type Row = Record<string, unknown>;

/** Rows read and written together: far from the number of values a statement may have, and never much in memory. */
const pageSize = 200;

/** A table's rows in the order of its key; where `only` is given, those that it holds for. */
export async function* pagesOf(
  db: Kysely<Schema>,
  { name, key }: PagedTable,
  only: RawBuilder<unknown> = sql`1 = 1`,
): AsyncGenerator<Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Row | undefined; ;) {
    const after = last && sql`and (${columns}) > (${sql.join(key.map((column) => last![column]))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} where ${only} ${after ?? sql``} order by ${columns} limit ${sql.lit(pageSize)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1);
  }
}

export async function copyPages(to: Kysely<Schema>, { name }: PagedTable, pages: AsyncIterable<Row[]>): Promise<void> {
  for await (const rows of pages)
    await to
      .insertInto(name)
      .values(rows as never)
      .execute();
}

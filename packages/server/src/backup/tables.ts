import { sql, type Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** A table with the columns of its key. */
interface Table {
  readonly name: keyof Schema;
  readonly key: readonly string[];
}

/** Every table of ours; one that refers to another comes after it. */
export const tables: readonly Table[] = [
  { name: 'departments', key: ['id'] },
  { name: 'surveys', key: ['slug'] },
  { name: 'survey_versions', key: ['survey_slug', 'version'] },
  { name: 'responses', key: ['id'] },
  { name: 'survey_counts', key: ['survey_slug'] },
  { name: 'survey_results', key: ['survey_slug'] },
  { name: 'tombstones', key: ['key_hash'] },
  { name: 'attachments', key: ['key', 'sha256'] },
  { name: 'mail_queue', key: ['id'] },
  { name: 'request_documents', key: ['key'] },
  { name: 'catalogue', key: ['id'] },
  { name: 'register_entries', key: ['year', 'number'] },
  { name: 'register_particulars', key: ['year', 'number', 'part'] },
  { name: 'register_days', key: ['day'] },
  { name: 'register_confirmations', key: ['day'] },
];

/** Rows read and written together: far from the number of values a statement may have, and never much in memory. */
const pageSize = 200;

/** Copies all rows, in the order of their keys, into tables that are empty. */
export async function copyTables(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  for (const table of tables) {
    for await (const rows of pagesOf(from, table))
      await to
        .insertInto(table.name)
        .values(rows as never)
        .execute();
  }
}

export async function emptyTables(db: Kysely<Schema>): Promise<void> {
  for (const { name } of tables.toReversed()) await db.deleteFrom(name).execute();
}

async function* pagesOf(db: Kysely<Schema>, { name, key }: Table): AsyncGenerator<Record<string, unknown>[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (let last: Record<string, unknown> | undefined; ;) {
    const after = last && sql`where (${columns}) > (${sql.join(key.map((column) => last![column]))})`;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(name)} ${after ?? sql``} order by ${columns} limit ${sql.lit(pageSize)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1);
  }
}

import { ask } from '../service/postgres-cluster.ts';
import type { StoredRow } from './judge.ts';

const pageSize = 5000;

/** How many answers were counted as they were stored. */
export const countInPostgres = async (url: string): Promise<number> => {
  const [row] = await ask(url, 'SELECT coalesce(sum(responses), 0)::integer AS counted FROM survey_counts');
  return (row as { counted: number }).counted;
};

/** All stored answers, straight from the database: the server's own code is not asked. */
export async function* readPostgres(url: string): AsyncGenerator<StoredRow> {
  // By place in the table, not by key: a table without a unique key is to be read whole, too.
  const statement = `SELECT id AS key, content, content_hash AS "contentHash" FROM responses
    ORDER BY ctid LIMIT ${pageSize} OFFSET $1`;
  for (let offset = 0; ; offset += pageSize) {
    const rows = (await ask(url, statement, [offset])) as StoredRow[];
    yield* rows;
    if (rows.length < pageSize) return;
  }
}

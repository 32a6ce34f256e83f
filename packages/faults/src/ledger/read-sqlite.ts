import { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from './judge.ts';

/** How many answers were counted as they were stored. */
export const countInSqlite = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const row = database.prepare('SELECT coalesce(sum(responses), 0) AS counted FROM survey_counts').get();
    return Number(row?.['counted']);
  } finally {
    database.close();
  }
};

/** All stored answers, straight from the file: the server's own code is not asked. */
export function* readSqlite(file: string): Generator<StoredRow> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('SELECT id AS key, content, content_hash AS contentHash FROM responses').iterate();
    for (const row of rows) yield row as unknown as StoredRow;
  } finally {
    database.close();
  }
}

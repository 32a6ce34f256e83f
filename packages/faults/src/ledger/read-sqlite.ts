import { DatabaseSync } from 'node:sqlite';
import type { StoredRow } from './judge.ts';

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

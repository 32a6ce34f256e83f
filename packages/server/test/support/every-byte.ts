import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestServer } from './test-server.ts';

/** Everything the data folder holds but the secret, and every row of every table, as one text. */
export async function everyByte({ dataDir, database: { db } }: TestServer): Promise<string> {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secret')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as 'responses')
        .selectAll()
        .execute(),
    ),
  );
  return [...files, JSON.stringify(rows)].join('\n');
}

import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { Kysely } from 'kysely';
import { pagesOf } from '../../../src/backup/pages.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { NodeSqliteDialect } from '../../../src/database/node-sqlite-dialect.ts';
import type { Schema } from '../../../src/database/schema.ts';

describe('the pages of a table', () => {
  it('are each looked up by the whole key of the row before, whatever the first one began behind', async () => {
    const file = new DatabaseSync(':memory:');
    const said: string[] = [];
    const db = new Kysely<Schema>({
      dialect: new NodeSqliteDialect(file),
      log: ({ query }) => void said.push(query.sql),
    });
    await migrate(db, 'sqlite');
    const rows = Array.from({ length: 450 }, (_, at) => ({ year: 2026, number: at + 1, part: 'subject' }));
    for (const row of rows) {
      await db
        .insertInto('register_particulars')
        .values({ ...row, salt: '', content: '""' })
        .execute();
    }
    said.length = 0;
    const numbers: unknown[] = [];
    const table = { name: 'register_particulars', key: ['year', 'number', 'part'] } as const;
    for await (const page of pagesOf(db, table, [2026, 7])) numbers.push(...page.map((row) => row['number']));
    assert.deepEqual(
      numbers,
      rows.slice(7).map((row) => row.number),
    );
    const plans = said.map((sql) => {
      const values = Array.from(sql.matchAll(/\?/g), () => 0);
      return file
        .prepare(`explain query plan ${sql}`)
        .all(...values)
        .map((step) => step['detail']);
    });
    const search = (range: string): string[] => [`SEARCH register_particulars USING PRIMARY KEY (${range})`];
    const whole = search('(year,number,part)>(?,?,?)');
    assert.deepEqual(plans, [search('(year,number)>(?,?)'), whole, whole]);
    await db.destroy();
  });
});

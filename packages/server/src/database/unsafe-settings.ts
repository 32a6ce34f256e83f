import { sql } from 'kysely';
import type { Database } from './database.ts';

/** What in a PostgreSQL server's settings makes an acknowledged answer less than safe, one sentence each. */
export async function unsafeSettings({ db, kind }: Database): Promise<string[]> {
  if (kind === 'sqlite') return [];
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by name
  `.execute(db);
  return rows.map(({ name }) => `PostgreSQL runs with ${name}=off: a power cut can take acknowledged answers with it`);
}

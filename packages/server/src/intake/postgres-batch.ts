import { sql, type Kysely, type Transaction } from 'kysely';
import type { ResponseRow, Schema } from '../database/schema.ts';
import { isConflict } from '../database/unavailable.ts';
import { hashKey } from './key-hash.ts';
import type { NotStored } from './response-store.ts';

/** How often a batch is begun anew when PostgreSQL ends it in favour of another transaction. */
const attempts = 3;

/**
 * `ResponseStore.storeBatch` in as few messages as there can be. Every process takes the rows in key order and the
 * counts after them, so that no two of them wait for each other.
 */
export async function storeInPostgres(
  db: Kysely<Schema>,
  rows: readonly ResponseRow[],
): Promise<Map<string, NotStored>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((transaction) => storeInTransaction(transaction, rows));
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error;
    }
  }
}

/** The same in the caller's transaction. */
export async function storeInTransaction(
  transaction: Transaction<Schema>,
  rows: readonly ResponseRow[],
): Promise<Map<string, NotStored>> {
  const stored = await insertAndCount(transaction, rows);
  const others = rows.filter(({ id }) => !stored.has(id)).map(({ id }) => id);
  const notStored = new Map<string, NotStored>();
  for (const row of await findAll(transaction, others)) notStored.set(row.id, { kind: 'known', row });
  // Looked at last: whatever was erased before now is seen here.
  for (const id of await takeBackErased(transaction, rows, stored)) notStored.set(id, { kind: 'erased' });
  // Nothing is acknowledged of which it is not known what became of it.
  if (others.some((id) => !notStored.has(id))) throw new Error('An answer has the receipt of another');
  return notStored;
}

/**
 * The rows travel as one value, so that the statement is the same for any number of them. Gives the keys stored. Any
 * conflict counts, not only one of keys: of two transactions with the same key, one may meet the other's receipt first.
 */
async function insertAndCount(db: Kysely<Schema>, rows: readonly ResponseRow[]): Promise<Set<string>> {
  const { rows: stored } = await sql<{ id: string }>`
    with stored as (
      insert into responses
      select * from json_populate_recordset(null::responses, ${JSON.stringify(rows)}) order by id
      on conflict do nothing
      returning id, survey_slug
    ), counted as (
      insert into survey_counts as counted (survey_slug, responses)
      select survey_slug, count(*) from stored group by survey_slug order by survey_slug
      on conflict (survey_slug) do update set responses = counted.responses + excluded.responses
    )
    select id from stored`.execute(db);
  return new Set(stored.map(({ id }) => id));
}

/** Takes out what was erased under these keys, before or meanwhile. Gives the keys erased. */
async function takeBackErased(
  db: Kysely<Schema>,
  rows: readonly ResponseRow[],
  stored: ReadonlySet<string>,
): Promise<Set<string>> {
  const keys = new Map(rows.map(({ id }) => [hashKey(id), id]));
  const tombstones = await db
    .selectFrom('tombstones')
    .select('key_hash')
    .where('key_hash', 'in', [...keys.keys()])
    .execute();
  const erased = new Set(tombstones.map(({ key_hash: hash }) => keys.get(hash)!));
  for (const { id, survey_slug: slug } of rows) {
    if (!erased.has(id) || !stored.has(id)) continue;
    await db.deleteFrom('responses').where('id', '=', id).execute();
    await db
      .updateTable('survey_counts')
      .set((eb) => ({ responses: eb('responses', '-', 1) }))
      .where('survey_slug', '=', slug)
      .execute();
  }
  return erased;
}

const findAll = async (db: Kysely<Schema>, keys: readonly string[]): Promise<ResponseRow[]> =>
  keys.length === 0 ? [] : db.selectFrom('responses').selectAll().where('id', 'in', keys).execute();

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
  // Looked at last: whatever was erased before now, and every message whose key we have waited for, is seen here.
  for (const [id, spent] of await takeBack(transaction, rows, stored)) notStored.set(id, spent);
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

/** Takes out what was erased under these keys, before or meanwhile, and what is under a message's. Gives those keys. */
async function takeBack(
  db: Kysely<Schema>,
  rows: readonly ResponseRow[],
  stored: ReadonlySet<string>,
): Promise<Map<string, NotStored>> {
  const spent = await spentAmong(
    db,
    rows.map(({ id }) => id),
  );
  for (const { id, survey_slug: slug } of rows) {
    if (!spent.has(id) || !stored.has(id)) continue;
    await db.deleteFrom('responses').where('id', '=', id).execute();
    await db
      .updateTable('survey_counts')
      .set((eb) => ({ responses: eb('responses', '-', 1) }))
      .where('survey_slug', '=', slug)
      .execute();
  }
  return spent;
}

/** In one message to the database, since every batch asks. */
async function spentAmong(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, NotStored>> {
  const byHash = new Map(ids.map((id) => [hashKey(id), id]));
  const found = await db
    .selectFrom('tombstones')
    .select('key_hash as key')
    .where('key_hash', 'in', [...byHash.keys()])
    .unionAll(db.selectFrom('request_messages').select('id as key').where('id', 'in', ids))
    .execute();
  return new Map(
    found.map(({ key }): [string, NotStored] => {
      const erased = byHash.get(key);
      return erased === undefined ? [key, { kind: 'message' }] : [erased, { kind: 'erased' }];
    }),
  );
}

/**
 * Puts a key in among the answers and takes it out again, in a transaction that is to use it for something else: another
 * that stores an answer under it is waited for, or waits. False: an answer has it.
 */
export async function passThrough(transaction: Transaction<Schema>, key: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('responses')
    .values({ ...blank, id: key, receipt_hash: key })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await transaction.deleteFrom('responses').where('id', '=', key).execute();
  return true;
}

const blank: Omit<ResponseRow, 'id' | 'receipt_hash'> = {
  survey_slug: '',
  form_version: 0,
  content: '',
  content_hash: '',
  attachments: '',
  flags: '',
  received_at: 0,
  completed_at: null,
  language: null,
  page: null,
};

const findAll = async (db: Kysely<Schema>, keys: readonly string[]): Promise<ResponseRow[]> =>
  keys.length === 0 ? [] : db.selectFrom('responses').selectAll().where('id', 'in', keys).execute();

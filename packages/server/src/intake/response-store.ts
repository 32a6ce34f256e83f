import { PostgresAdapter, sql, type CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { ResponseRow, Schema } from '../database/schema.ts';
import { hashKey } from './key-hash.ts';
import { passThrough, storeInPostgres, storeInTransaction } from './postgres-batch.ts';

/** Why a row was not stored: its key is known, with the row that has it, or a message's, or was erased. */
export type NotStored =
  { readonly kind: 'known'; readonly row: ResponseRow } | { readonly kind: 'message' } | { readonly kind: 'erased' };

const columns = [
  'id',
  'survey_slug',
  'form_version',
  'content',
  'content_hash',
  'receipt_hash',
  'attachments',
  'flags',
  'received_at',
  'completed_at',
  'language',
  'page',
] as const satisfies readonly (keyof ResponseRow)[];

const erased: NotStored = { kind: 'erased' };
const message: NotStored = { kind: 'message' };

/** The queries around stored answers. What runs for each answer is built once: it is what a busy day consists of. */
export class ResponseStore {
  readonly #db: Kysely<Schema>;
  readonly #onPostgres: boolean;
  readonly #insert: CompiledQuery<unknown>;
  readonly #count: CompiledQuery<unknown>;
  readonly #anyTombstone: CompiledQuery<unknown>;
  readonly #messagesAmong: (keys: readonly string[]) => CompiledQuery<{ id: string }>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    this.#onPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
    const template = Object.fromEntries(columns.map((column) => [column, null])) as unknown as ResponseRow;
    this.#insert = db
      .insertInto('responses')
      .values(template)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .compile();
    this.#count = db
      .insertInto('survey_counts')
      .values({ survey_slug: '', responses: 0 })
      .onConflict((conflict) =>
        conflict.column('survey_slug').doUpdateSet((eb) => ({
          responses: eb('survey_counts.responses', '+', eb.ref('excluded.responses')),
        })),
      )
      .compile();
    this.#anyTombstone = db.selectFrom('tombstones').select('key_hash').limit(1).compile();
    const among = db
      .selectFrom('request_messages')
      .select('id')
      .where('id', 'in', sql<string>`(select value from json_each(${''}))`)
      .compile();
    this.#messagesAmong = (keys) => ({ ...among, parameters: [JSON.stringify(keys)] });
  }

  /**
   * Stores rows in one transaction, all or none; rows whose key is known stay out of it and are told. In key order:
   * not even the log between two checkpoints tells who of a batch came first. Returns those not stored, by key.
   */
  storeBatch(rows: readonly ResponseRow[]): Promise<Map<string, NotStored>> {
    if (this.#onPostgres) return storeInPostgres(this.#db, rows);
    const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.#db.transaction().execute(async (transaction) => {
      const notStored = new Map<string, NotStored>();
      const counts = new Map<string, number>();
      for (const row of sorted) {
        if (await this.#add(transaction, row)) counts.set(row.survey_slug, (counts.get(row.survey_slug) ?? 0) + 1);
        else notStored.set(row.id, { kind: 'known', row: await findById(transaction, row.id) });
      }
      await this.#takeBack(transaction, sorted, notStored, counts);
      for (const parameters of counts) await transaction.executeQuery({ ...this.#count, parameters });
      return notStored;
    });
  }

  /** Stores one row in the caller's transaction. Tells why not, where the key is known, a message's or erased. */
  async storeOne(transaction: Transaction<Schema>, row: ResponseRow): Promise<NotStored | undefined> {
    if (this.#onPostgres) return (await storeInTransaction(transaction, [row])).get(row.id);
    if (!(await this.#add(transaction, row))) return { kind: 'known', row: await findById(transaction, row.id) };
    const spent = await spentBy(transaction, row.id);
    if (spent) {
      await transaction.deleteFrom('responses').where('id', '=', row.id).execute();
      return spent;
    }
    await transaction.executeQuery({ ...this.#count, parameters: [row.survey_slug, 1] });
    return undefined;
  }

  /** The stored answer with this key, or that it is a message's, or was erased, or undefined. */
  find(key: string): Promise<NotStored | undefined> {
    return findIn(this.#db, key);
  }

  /**
   * Keeps a key for a message until the transaction ends. Whoever is storing a submission under it has it, and is waited
   * for; whoever comes later waits for us, and finds the message. Tells who has it already, but for messages.
   */
  async reserve(transaction: Transaction<Schema>, key: string): Promise<NotStored | undefined> {
    // The embedded database has one writer: us.
    if (this.#onPostgres && (await passThrough(transaction, key)))
      return (await isErased(transaction, key)) ? erased : undefined;
    const found = await findIn(transaction, key);
    return found?.kind === 'message' ? undefined : found;
  }

  findByReceipt(receiptHash: string): Promise<ResponseRow | undefined> {
    return this.#db.selectFrom('responses').selectAll().where('receipt_hash', '=', receiptHash).executeTakeFirst();
  }

  async #add(transaction: Transaction<Schema>, row: ResponseRow): Promise<boolean> {
    const parameters = columns.map((column) => row[column]);
    const { numAffectedRows } = await transaction.executeQuery({ ...this.#insert, parameters });
    return numAffectedRows === 1n;
  }

  /** Looked at after the insert, not before, so that what was committed meanwhile is seen. Hardly ever there is any. */
  async #takeBack(
    transaction: Transaction<Schema>,
    rows: readonly ResponseRow[],
    notStored: Map<string, NotStored>,
    counts: Map<string, number>,
  ): Promise<void> {
    const { rows: messages } = await transaction.executeQuery(this.#messagesAmong(rows.map(({ id }) => id)));
    const { rows: tombstones } = await transaction.executeQuery(this.#anyTombstone);
    if (messages.length === 0 && tombstones.length === 0) return;
    for (const { id, survey_slug: slug } of rows) {
      const spent = notStored.has(id) ? undefined : await spentBy(transaction, id);
      if (!spent) continue;
      await transaction.deleteFrom('responses').where('id', '=', id).execute();
      notStored.set(id, spent);
      counts.set(slug, counts.get(slug)! - 1);
    }
  }
}

const selectById = (db: Kysely<Schema>, id: string) => db.selectFrom('responses').selectAll().where('id', '=', id);

const findById = (db: Kysely<Schema>, id: string): Promise<ResponseRow> => selectById(db, id).executeTakeFirstOrThrow();

async function isErased(db: Kysely<Schema>, key: string): Promise<boolean> {
  const query = db.selectFrom('tombstones').select('key_hash').where('key_hash', '=', hashKey(key));
  return (await query.executeTakeFirst()) !== undefined;
}

async function findIn(db: Kysely<Schema>, key: string): Promise<NotStored | undefined> {
  const row = await selectById(db, key).executeTakeFirst();
  return row ? { kind: 'known', row } : spentBy(db, key);
}

/** What else has a key: a key is one on the whole server. */
async function spentBy(db: Kysely<Schema>, key: string): Promise<NotStored | undefined> {
  const query = db.selectFrom('request_messages').select('id').where('id', '=', key);
  if (await query.executeTakeFirst()) return message;
  return (await isErased(db, key)) ? erased : undefined;
}

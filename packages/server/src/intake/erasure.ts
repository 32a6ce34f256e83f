import { sql, type Kysely, type Transaction } from 'kysely';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Database } from '../database/database.ts';
import { moveLock } from '../database/postgres-order.ts';
import type { Schema } from '../database/schema.ts';
import { eraseRequestRows, keysOf } from '../requests/request-erasure.ts';
import { hashKey } from './key-hash.ts';

/** What was erased. */
export interface Erased {
  readonly slug: string;
  readonly files: number;
}

/**
 * Erases the answer with this receipt, and its files: all of it, or, thrown out half way, none but files, and the same
 * again goes on from there. `alsoErase`: in the same transaction, at its end, with the keys of the answer and of what was written about it. What remains is the key's hash, by which an answer sent again is refused. Undefined: no
 * answer has this receipt.
 */
export function erase(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  store: AttachmentStore,
  receiptHash: string,
  alsoErase?: (transaction: Transaction<Schema>, keys: readonly string[]) => Promise<void>,
): Promise<Erased | undefined> {
  return db.transaction().execute(async (transaction) => {
    // One at a time, and not while rows are written anew. The embedded database has one writer anyway.
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(moveLock)})`.execute(transaction);
    const row = await transaction
      .selectFrom('responses')
      .select(['id', 'survey_slug'])
      .where('receipt_hash', '=', receiptHash)
      .executeTakeFirst();
    if (!row) return undefined;
    const keys = await keysOf(transaction, row.id);
    await eraseRow(transaction, row.id, row.survey_slug);
    let files = 0;
    for (const key of keys) files += await eraseFiles(transaction, store, key);
    await alsoErase?.(transaction, keys);
    return { slug: row.survey_slug, files };
  });
}

/** Erases the row of a key with what a request has beside it, leaving its tombstone. In the order in which answers are stored, counts last: neither waits for the other for ever. */
export async function eraseRow(db: Kysely<Schema>, id: string, slug: string): Promise<void> {
  await db.deleteFrom('responses').where('id', '=', id).execute();
  await eraseRequestRows(db, id);
  await db
    .insertInto('tombstones')
    .values({ key_hash: hashKey(id) })
    .onConflict((conflict) => conflict.column('key_hash').doNothing())
    .execute();
  await db
    .updateTable('survey_counts')
    .set((eb) => ({ responses: eb('responses', '-', 1) }))
    .where('survey_slug', '=', slug)
    .execute();
}

/** Files go before the row's end is certain: a row without its files can be erased again, files without a row could not. */
export async function eraseFiles(db: Kysely<Schema>, store: AttachmentStore, key: string): Promise<number> {
  const files = await db.selectFrom('attachments').select(['key', 'sha256']).where('key', '=', key).execute();
  await db.deleteFrom('attachments').where('key', '=', key).execute();
  for (const file of files) await store.remove(file);
  for (const { sha256 } of await store.arriving(key)) await store.forget({ key, sha256 });
  return files.length;
}

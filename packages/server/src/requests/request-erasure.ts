import type { Kysely, Transaction } from 'kysely';
import { eraseContributionRows } from '../contributions/contribution-row.ts';
import type { RequestRow, Schema } from '../database/schema.ts';
import { forgetDocuments } from '../documents/document-store.ts';
import { hashKey } from '../intake/key-hash.ts';
import { forgetTasks } from '../protocol/forget-tasks.ts';

/** Keys of a request and of everything that was written about it. */
export async function keysOf(db: Kysely<Schema>, id: string): Promise<string[]> {
  const messages = await db.selectFrom('request_messages').select('id').where('request', '=', id).execute();
  return [id, ...messages.map((message) => message.id)];
}

/**
 * Erases what a request tells beyond its submission: particulars, address, timeline, messages, letters, documents, what
 * waits for the official register. What the register has of it is erased by the register, by rows that say so.
 */
export async function eraseRequestRows(transaction: Transaction<Schema> | Kysely<Schema>, id: string): Promise<void> {
  const keys = await keysOf(transaction, id);
  await forgetDocuments(transaction, keys);
  await forgetTasks(transaction, id);
  for (const table of ['mail_queue', 'request_contacts'] as const)
    await transaction.deleteFrom(table).where('key', '=', id).execute();
  for (const table of ['request_events', 'request_messages'] as const)
    await transaction.deleteFrom(table).where('request', '=', id).execute();
  await transaction.deleteFrom('requests').where('id', '=', id).execute();
  await eraseContributionRows(transaction, id);
  await transaction.deleteFrom('sign_ins').where('used_by', '=', hashKey(id)).execute();
  // The messages' keys, too, are not to come in again.
  for (const key of keys.slice(1)) {
    await transaction
      .insertInto('tombstones')
      .values({ key_hash: hashKey(key) })
      .onConflict((conflict) => conflict.column('key_hash').doNothing())
      .execute();
  }
}

/** Whether somebody has asked for it to be erased. */
export async function isErasureAsked(db: Kysely<Schema>, { id }: Pick<RequestRow, 'id'>): Promise<boolean> {
  const row = await db
    .selectFrom('request_messages')
    .select('id')
    .where('request', '=', id)
    .where('kind', '=', 'erasure')
    .executeTakeFirst();
  return row !== undefined;
}

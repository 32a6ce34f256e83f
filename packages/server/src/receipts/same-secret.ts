import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { hashReceiptCode, receiptCodeOf } from './receipt-code.ts';

/** Whether this secret is the one that the stored answers' receipts were made with; with no answers any will do. */
export async function isSameSecret(db: Kysely<Schema>, secret: KeyObject): Promise<boolean> {
  const row = await db.selectFrom('responses').select(['id', 'receipt_hash']).limit(1).executeTakeFirst();
  return !row || hashReceiptCode(receiptCodeOf(secret, row.id)) === row.receipt_hash;
}

/**
 * Throws where the secret is another one: the receipts already given out would open nothing, and an answer sent again
 * would get a different one.
 */
export async function requireSameSecret(db: Kysely<Schema>, secret: KeyObject): Promise<void> {
  if (await isSameSecret(db, secret)) return;
  throw new Error(
    'The secret is not the one that the stored answers were taken with. Put back the file "secret" of the data ' +
      'folder from the backup, or set CMTO_SECRET to what it was; servers that share a database share their secret',
  );
}

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Write } from '../database/write-together.ts';
import type { MessageDocument, RequestDocument, Sealed } from './request-document.ts';

/** The write that keeps a document under the key of its request or message, for the transaction that registers it. */
export const documentInsert = (transaction: Kysely<Schema>, key: string, { content, sha256 }: Sealed): Write =>
  transaction.insertInto('request_documents').values({ key, content, sha256 });

export async function storeDocument(transaction: Kysely<Schema>, key: string, sealed: Sealed): Promise<void> {
  await documentInsert(transaction, key, sealed).execute();
}

/** The document as it was registered, with its hash. */
export async function readDocument<Kind extends RequestDocument | MessageDocument = RequestDocument>(
  db: Kysely<Schema>,
  key: string,
): Promise<{ readonly document: Kind; readonly sha256: string } | undefined> {
  const row = await db
    .selectFrom('request_documents')
    .select(['content', 'sha256'])
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { document: JSON.parse(row.content) as Kind, sha256: row.sha256 };
}

/** Erases the documents of a request and its messages. What remains are their hashes in the register. */
export async function forgetDocuments(transaction: Kysely<Schema>, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.deleteFrom('request_documents').where('key', 'in', keys).execute();
}

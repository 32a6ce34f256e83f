import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { MessageDocument, RequestDocument, Sealed } from './request-document.ts';

/** Keeps a document under the key of its request or message, in the transaction that registers it. */
export async function storeDocument(
  transaction: Kysely<Schema>,
  key: string,
  { content, sha256 }: Sealed,
): Promise<void> {
  await transaction.insertInto('request_documents').values({ key, content, sha256 }).execute();
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

import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import { pecMessageHash } from './adapters/pec-message-id.ts';
import { readPecReceipt, type PecReceipt, type PecReceiptKind } from './pec-receipt.ts';
import { ProtocolError } from './protocol-error.ts';

/** Those after which nobody at the other end has the message. */
const failures: readonly PecReceiptKind[] = ['non-accettazione', 'errore-consegna', 'rilevazione-virus'];

/** A receipt of certified mail, with the document that it is about. */
export interface EnteredReceipt {
  readonly row: ProtocolTaskRow;
  readonly receipt: PecReceipt;
  /** Entered before. */
  readonly isKnown: boolean;
  /** The document did not arrive, and has no number: a person has to look at it. */
  readonly isFailed: boolean;
}

/** Enters what a provider certifies of a message of ours, found by its Message-ID. Throws a `ProtocolError`. */
export async function enterReceipt(
  db: Kysely<Schema>,
  bytes: Buffer,
  { operator, now }: { readonly operator: string; readonly now: number },
): Promise<EnteredReceipt> {
  const receipt = await readPecReceipt(bytes);
  if (!receipt) throw new ProtocolError('It is no receipt of certified mail, or one that cannot be read');
  const row = await sentAs(db, receipt.messageId);
  if (!row) throw new ProtocolError('It is about no message of ours');
  const { kind, identifier, at } = receipt;
  return db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('protocol_receipts')
      .values({
        key: row.key,
        kind,
        identifier,
        certified_at: at,
        sha256: hash('sha256', bytes),
        entered_at: now,
        operator,
      })
      .onConflict((conflict) => conflict.columns(['key', 'kind', 'identifier']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return { row, receipt, isKnown: true, isFailed: false };
    const isFailed = failures.includes(kind) && (await fail(transaction, row.key, kind));
    return { row, receipt, isKnown: false, isFailed };
  });
}

async function fail(db: Kysely<Schema>, key: string, kind: PecReceiptKind): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('protocol_tasks')
    .set({ state: 'failed', problem: `pec-${kind}` })
    .where('key', '=', key)
    .where('state', '=', 'office')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The document that went out under a Message-ID, which is made from its key. */
async function sentAs(db: Kysely<Schema>, messageId: string): Promise<ProtocolTaskRow | undefined> {
  const [, local] = /^<?([0-9a-f]{40})@[^<>@\s]+>?$/.exec(messageId) ?? [];
  if (local === undefined) return undefined;
  const rows = await db.selectFrom('protocol_tasks').select('key').where('adapter', '=', 'pec').execute();
  const key = rows.find((row) => pecMessageHash(row.key) === local)?.key;
  if (key === undefined) return undefined;
  return db.selectFrom('protocol_tasks').selectAll().where('key', '=', key).executeTakeFirst();
}

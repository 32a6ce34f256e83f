import type { Receipt } from '@cmto/contract';
import type { ResponseRow } from '../database/schema.ts';
import { toInstant } from '../surveys/definition.ts';

/** The columns a receipt is made of. */
export type ReceiptRow = Pick<ResponseRow, 'id' | 'received_at' | 'content_hash' | 'flags' | 'completed_at'>;

/** The same row and code always make the same receipt. */
export function toReceipt(row: ReceiptRow, code: string, publicUrl: string): Receipt {
  return {
    id: row.id,
    receiptCode: code,
    receivedAt: toInstant(row.received_at),
    contentHash: row.content_hash,
    ...(row.flags === '[]' ? {} : { flags: JSON.parse(row.flags) as NonNullable<Receipt['flags']> }),
    ...(row.completed_at === null ? {} : { completedAt: toInstant(row.completed_at) }),
    url: `${publicUrl}/r/${code}`,
  };
}

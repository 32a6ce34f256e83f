import type { KeyObject } from 'node:crypto';
import { receiptCodeOf } from '../receipts/receipt-code.ts';

/**
 * By what name everybody knows a contribution: made from its key, which it does not tell. Whoever knew the key and the
 * published words could send both again, and would be given the author's receipt.
 */
export const contributionIdOf = (secret: KeyObject, key: string): string =>
  receiptCodeOf(secret, `contribution ${key}`).slice(0, 13);

import { sha256 } from './content.ts';
import type { Ledger } from './ledger.ts';

/** A stored answer as the database holds it. */
export interface StoredRow {
  readonly key: string;
  /** The JSON that was hashed. */
  readonly content: string;
  readonly contentHash: string;
}

/** What may be wrong. */
export type Wrong =
  /** Promised, and not stored. */
  | 'lost'
  /** A client was told that it is stored, and it is not. */
  | 'acknowledged-not-stored'
  /** Stored under two rows: one key, or one content under two keys. */
  | 'twice'
  /** What is stored is not what was meant, or not what its hash says. */
  | 'altered'
  /** Of what one transaction writes only a part is there. */
  | 'half-stored'
  /** Stored, and nobody meant it. */
  | 'unknown'
  /** The client's proof is not the server's receipt, or the server gave two. */
  | 'receipt'
  /** The client stopped without success. */
  | 'undelivered'
  /** The server failed by itself. */
  | 'failed';

export interface Finding {
  readonly wrong: Wrong;
  readonly key: string;
  readonly detail: string;
}

export interface Verdict {
  /** What devices have promised. */
  readonly promised: number;
  readonly acknowledged: number;
  readonly stored: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds what is known outside the server against what the database holds. `counted`: how many answers the database has
 * counted in the transactions that stored them, where it does.
 */
export const judge = async (
  ledger: Ledger,
  rows: Iterable<StoredRow> | AsyncIterable<StoredRow>,
  counted?: number,
): Promise<Verdict> => {
  const findings: Finding[] = [];
  const find = (wrong: Wrong, key: string, detail = ''): void => void findings.push({ wrong, key, detail });
  const stored = new Set<string>();
  const contents = new Map<string, string>();
  let count = 0;
  for await (const { key, content, contentHash } of rows) {
    count += 1;
    if (stored.has(key)) find('twice', key, 'two rows of one key');
    stored.add(key);
    const hash = sha256(content);
    const other = contents.get(hash);
    // Every person's content is unique: the same under another key is the same answer counted twice.
    if (other !== undefined && other !== key) find('twice', key, `the content is also under ${other}`);
    contents.set(hash, key);
    const meant = ledger.meant.get(key);
    if (meant === undefined) find('unknown', key);
    else if (hash !== meant) find('altered', key, 'the content is not what was meant');
    if (hash !== contentHash) find('altered', key, 'the content is not what its hash says');
  }
  if (counted !== undefined && counted !== count) {
    find('half-stored', '', `${count} rows, and ${counted} counted with them`);
  }
  for (const key of ledger.promised) if (!stored.has(key)) find('lost', key);
  for (const [key, receipt] of ledger.acknowledged) {
    if (!stored.has(key)) find('acknowledged-not-stored', key);
    if (receipt === '' || receipt !== ledger.receipts.get(key)) find('receipt', key, 'not the receipt the server gave');
  }
  for (const key of ledger.receipts.keys()) if (!stored.has(key)) find('acknowledged-not-stored', key, 'by the server');
  for (const key of ledger.promised) {
    if (!ledger.acknowledged.has(key) && !ledger.undelivered.has(key)) find('undelivered', key, 'nobody knows');
  }
  for (const key of ledger.changedReceipts) find('receipt', key, 'the server gave two');
  for (const [key, why] of ledger.undelivered) find('undelivered', key, why);
  if (ledger.failures > 0)
    find('failed', '', `${ledger.failures} answers of 500 and more, 503 without Retry-After, or no JSON`);
  return { promised: ledger.promised.size, acknowledged: ledger.acknowledged.size, stored: count, findings };
};

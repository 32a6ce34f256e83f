import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import PostalMime, { type Email } from 'postal-mime';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import { toNumberText } from './official-number.ts';

/** A document that the same person may have sent by certified mail, too, with what speaks for it. */
export interface Match {
  readonly row: ProtocolTaskRow;
  readonly reasons: ReadonlySet<'number' | 'key' | 'file'>;
}

/** What in a message, or a file, names a document of ours. */
interface Traces {
  readonly texts: string[];
  readonly hashes: Set<string>;
}

/**
 * Looks in a message as a mailbox stores it (`.eml`; what a PEC provider wraps is unwrapped), or in any file, for our
 * numbers, keys and files. It only finds: whether two are the same request is for a person to say.
 */
export async function findMatches(db: Kysely<Schema>, bytes: Buffer, isMessage: boolean): Promise<Match[]> {
  const traces: Traces = { texts: [], hashes: new Set([sha256(bytes)]) };
  if (isMessage) await readMessage(bytes, traces, 0);
  const text = traces.texts.join('\n');
  const found = new Map<string, { row: ProtocolTaskRow; reasons: Set<'number' | 'key' | 'file'> }>();
  const add = (rows: ProtocolTaskRow[], reason: 'number' | 'key' | 'file'): void => {
    for (const row of rows) {
      const match = found.get(row.key) ?? { row, reasons: new Set() };
      match.reasons.add(reason);
      found.set(row.key, match);
    }
  };
  const tasks = db.selectFrom('protocol_tasks').selectAll();
  for (const [, year, number] of text.matchAll(/\b[A-Za-z0-9_.-]{1,16}-(\d{4})\/(\d{7,20})\b/g))
    add(await tasks.where('year', '=', Number(year)).where('number', '=', toNumberText(number!)).execute(), 'number');
  for (const [key] of text.matchAll(/\b[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/gi))
    add(await tasks.where('key', '=', key.toLowerCase()).execute(), 'key');
  for (const hash of traces.hashes) add(await tasks.where('task', 'like', `%${hash}%`).execute(), 'file');
  return [...found.values()].sort((one, other) => other.reasons.size - one.reasons.size);
}

/** Certified mail comes as a message in a message; nobody needs more of them in each other. */
const deepest = 5;

async function readMessage(bytes: Buffer, traces: Traces, depth: number): Promise<void> {
  const email: Email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  const { subject, text, html, messageId, inReplyTo, references } = email;
  for (const part of [subject, text, html, messageId, inReplyTo, references]) if (part) traces.texts.push(part);
  for (const { filename, mimeType, content } of email.attachments) {
    const file = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
    traces.hashes.add(sha256(file));
    if (filename) traces.texts.push(filename);
    if (mimeType === 'message/rfc822' && depth < deepest) await readMessage(file, traces, depth + 1);
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

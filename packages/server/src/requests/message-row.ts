import { hash } from 'node:crypto';
import {
  canonicalJson,
  canonicalText,
  type MessageAttachment,
  type OfficialNumber,
  type ReceiptRegistration,
  type RequestMessage,
  type SentMessage,
} from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { RequestMessageRow, Schema } from '../database/schema.ts';
import { toInstant } from '../surveys/definition.ts';

export const readMessage = (db: Kysely<Schema>, id: string): Promise<RequestMessageRow | undefined> =>
  db.selectFrom('request_messages').selectAll().where('id', '=', id).executeTakeFirst();

/** Tells the same message sent again from another under the same key. */
export const messageHash = ({ kind, text, code, attachments = [] }: Omit<SentMessage, 'language'>): string =>
  hash(
    'sha256',
    canonicalJson({
      kind,
      text: text === undefined ? undefined : canonicalText(text),
      code,
      attachments: attachments.map(({ sha256, name }) => `${sha256} ${name}`).sort(),
    }),
    'hex',
  );

/** Its registration is no longer provisional: gives it. Undefined: it is no longer there, or was told so before. */
export async function numberMessage(db: Kysely<Schema>, id: string): Promise<ReceiptRegistration | undefined> {
  const row = await readMessage(db, id);
  const known = row?.register ? (JSON.parse(row.register) as ReceiptRegistration) : undefined;
  if (known?.status !== 'provisional') return undefined;
  const register = { ...known, status: 'registered' } as const;
  await db
    .updateTable('request_messages')
    .set({ register: JSON.stringify(register) })
    .where('id', '=', id)
    .execute();
  return register;
}

/** A message as the receipt shows it, with the official number that it has by now. */
export const toMessage = (row: RequestMessageRow, official?: OfficialNumber): RequestMessage => ({
  id: row.id,
  at: toInstant(row.at),
  from: row.sender as RequestMessage['from'],
  kind: row.kind as RequestMessage['kind'],
  ...(row.text === null ? {} : { text: row.text }),
  attachments: JSON.parse(row.attachments) as MessageAttachment[],
  ...(row.register === null ? {} : { register: JSON.parse(row.register) as NonNullable<RequestMessage['register']> }),
  ...(official ? { official } : {}),
});

import { hash } from 'node:crypto';
import {
  canonicalJson,
  canonicalText,
  type MessageAttachment,
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

/** A message as the receipt shows it. */
export const toMessage = (row: RequestMessageRow): RequestMessage => ({
  id: row.id,
  at: toInstant(row.at),
  from: row.sender as RequestMessage['from'],
  kind: row.kind as RequestMessage['kind'],
  ...(row.text === null ? {} : { text: row.text }),
  attachments: JSON.parse(row.attachments) as MessageAttachment[],
  ...(row.register === null ? {} : { register: JSON.parse(row.register) as NonNullable<RequestMessage['register']> }),
});

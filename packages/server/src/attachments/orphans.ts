import type { Attachment } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { AttachmentRow, Schema } from '../database/schema.ts';
import { startOfRomeDay } from '../time/rome-day.ts';
import type { AttachmentStore, Held } from './attachment-store.ts';

export interface OrphanOptions {
  readonly db: Kysely<Schema>;
  readonly store: AttachmentStore;
  readonly now: number;
  /** Days that a file may wait for the submission that names it. */
  readonly days: number;
}

/** How much was deleted. */
export interface Collected {
  /** Whole files that no stored submission names. */
  readonly files: number;
  /** Parts of files that were never completed, and what a killed process left behind. */
  readonly leftovers: number;
}

interface Candidate extends AttachmentRow {
  /** JSON of what the submission of this key names; null: there is none. */
  readonly named: string | null;
}

const day = 86_400_000;
const batchSize = 500;

/** Deletes what has been waiting too long. A sender that comes back later is told that the file is missing, and sends it again. */
export async function collectOrphans({ db, store, now, days }: OrphanOptions): Promise<Collected> {
  const before = startOfRomeDay(now - days * day);
  let files = 0;
  for await (const row of oldFiles(db, before)) {
    if (row.named !== null && isNamed(row.named, row.sha256)) continue;
    if (!(await forget(db, row, before))) continue;
    await store.remove(row);
    files += 1;
  }
  let leftovers = 0;
  for await (const held of store.all()) {
    if (held.heldSince >= before || (await isRegistered(db, held))) continue;
    await held.remove();
    leftovers += 1;
  }
  return { files, leftovers };
}

/** Registered files stored before a day, a few at a time: there may be more than fit into memory. */
async function* oldFiles(db: Kysely<Schema>, before: number): AsyncIterable<Candidate> {
  let last = { key: '', sha256: '' };
  for (;;) {
    const rows = await db
      .selectFrom('attachments')
      .leftJoin('responses', 'responses.id', 'attachments.key')
      .leftJoin('request_messages', 'request_messages.id', 'attachments.key')
      .selectAll('attachments')
      .select((eb) => eb.fn.coalesce('responses.attachments', 'request_messages.attachments').as('named'))
      .where('stored_on', '<', before)
      .where((eb) =>
        eb.or([
          eb('attachments.key', '>', last.key),
          eb.and([eb('attachments.key', '=', last.key), eb('sha256', '>', last.sha256)]),
        ]),
      )
      .orderBy('attachments.key')
      .orderBy('sha256')
      .limit(batchSize)
      .execute();
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1)!;
  }
}

const isNamed = (named: string, hash: string): boolean =>
  (JSON.parse(named) as Attachment[]).some(({ sha256 }) => sha256 === hash);

/** Not if a submission has asked for it meanwhile: that makes it young again. */
async function forget(db: Kysely<Schema>, { key, sha256 }: AttachmentRow, before: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('attachments')
    .where('key', '=', key)
    .where('sha256', '=', sha256)
    .where('stored_on', '<', before)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

async function isRegistered(db: Kysely<Schema>, { id, whole }: Held): Promise<boolean> {
  if (!whole || !id) return false;
  const row = await db
    .selectFrom('attachments')
    .select('key')
    .where('key', '=', id.key)
    .where('sha256', '=', id.sha256)
    .executeTakeFirst();
  return row !== undefined;
}

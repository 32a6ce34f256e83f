import type { Attachment } from '@cmto/contract';
import { isWhatItSays } from '@cmto/contract/rules/files/file-content';
import { bareType } from '@cmto/contract/rules/files/file-kinds';
import type { Kysely } from 'kysely';
import type { AttachmentRow, Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { startOfRomeDay } from '../time/rome-day.ts';
import type { AttachmentStore, FileId } from './attachment-store.ts';

/** Which files have arrived whole and were found to be in order, by submission. */
export class AttachmentRegister {
  readonly #db: Kysely<Schema>;
  readonly #store: AttachmentStore;
  readonly #now: () => number;

  constructor(db: Kysely<Schema>, store: AttachmentStore, now: () => number) {
    this.#db = db;
    this.#store = store;
    this.#now = now;
  }

  /** Returns whether the file is new. */
  async add({ key, sha256 }: FileId, size: number, type: string): Promise<boolean> {
    const row = { key, sha256, size, type: type.slice(0, 100), stored_on: startOfRomeDay(this.#now()) };
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('attachments')
      .values(row)
      .onConflict((conflict) => conflict.columns(['key', 'sha256']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }

  /** A file that is registered and whose bytes are where they should be: a restored backup may lack them. */
  async find(id: FileId): Promise<AttachmentRow | undefined> {
    const row = (await this.#rows(id.key)).find(({ sha256 }) => sha256 === id.sha256);
    return row && (await this.#store.has(id)) ? row : undefined;
  }

  /** How many files and bytes of a submission are whole. */
  async total(key: string): Promise<{ files: number; bytes: number }> {
    const rows = await this.#rows(key);
    return { files: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) };
  }

  /**
   * Throws `attachment.missing`, naming every file that has not arrived or is not as long as announced, or
   * `submission.invalid` for those that are of another type. The files are kept for some days more from now on, so
   * that none is collected between this answer and the submission's row.
   */
  async require(key: string, attachments: readonly Attachment[]): Promise<void> {
    const today = startOfRomeDay(this.#now());
    await this.#db
      .updateTable('attachments')
      .set({ stored_on: today })
      .where('key', '=', key)
      .where('stored_on', '<', today)
      .execute();
    const rows = new Map((await this.#rows(key)).map((row) => [row.sha256, row]));
    const missing = await collect(attachments, async ({ sha256, size }) => {
      const row = rows.get(sha256);
      if (row && row.size !== size) return `${sha256} is not ${size} bytes long`;
      return row && (await this.#store.has({ key, sha256 })) ? undefined : `${sha256} has not arrived`;
    });
    refuse('attachment.missing', 'attachment.missing', '', missing);
    const wrong = await collect(attachments, async ({ sha256, type }) => {
      // Looked at under this very type when it came; under another name it is looked at once more.
      if (bareType(rows.get(sha256)!.type) === bareType(type || 'application/octet-stream')) return undefined;
      return isWhatItSays(type, await this.#store.ends({ key, sha256 })) ? undefined : `${sha256} is of another type`;
    });
    refuse('submission.invalid', 'answer.file-type', '/type', wrong);
  }

  #rows(key: string): Promise<AttachmentRow[]> {
    return this.#db.selectFrom('attachments').selectAll().where('key', '=', key).execute();
  }
}

type Found = readonly { readonly at: number; readonly message: string }[];

async function collect(
  attachments: readonly Attachment[],
  judge: (attachment: Attachment) => Promise<string | undefined>,
): Promise<Found> {
  const messages = await Promise.all(attachments.map(judge));
  return messages.flatMap((message, at) => (message === undefined ? [] : [{ at, message }]));
}

function refuse(
  problem: 'attachment.missing' | 'submission.invalid',
  code: string,
  member: '' | '/type',
  found: Found,
): void {
  if (found.length === 0) return;
  const errors = found.map(({ at, message }) => ({ pointer: `/attachments/${at}${member}`, code, message }));
  throw new ProblemError(problem, { errors });
}

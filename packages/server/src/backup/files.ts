import type { Kysely } from 'kysely';
import type { AttachmentStore, FileId } from '../attachments/attachment-store.ts';
import type { Schema } from '../database/schema.ts';

/** What became of the files that a database names. */
export interface FilesCopied {
  readonly copied: number;
  /** Not there, or other bytes than their hash says. */
  readonly lost: readonly FileId[];
}

/** Copies every file that the database names from one store to another, each read to its end and compared with its hash. */
export async function copyFiles(db: Kysely<Schema>, from: AttachmentStore, to: AttachmentStore): Promise<FilesCopied> {
  const files = await db.selectFrom('attachments').select(['key', 'sha256', 'size']).orderBy('key').execute();
  const lost: FileId[] = [];
  let copied = 0;
  for (const { size, ...id } of files) {
    if ((await to.has(id)) || (await copyFile(id, size, from, to))) copied += 1;
    else lost.push(id);
  }
  return { copied, lost };
}

async function copyFile(id: FileId, size: number, from: AttachmentStore, to: AttachmentStore): Promise<boolean> {
  if (!(await from.has(id))) return false;
  try {
    await to.append(id, { start: 0, size }, from.read(id));
    const sealed = await to.seal(id);
    if (sealed?.sha256 !== id.sha256) {
      await sealed?.discard();
      return false;
    }
    await sealed.keep();
    return true;
  } finally {
    await to.forget(id);
  }
}

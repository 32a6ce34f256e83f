import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderStore } from '../attachments/folder-store.ts';
import type { FileId } from '../attachments/attachment-store.ts';
import { databaseFile } from '../database/database-target.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { copyFiles } from './files.ts';
import { writeSnapshot } from './snapshot.ts';
import { eraseSince } from './erase-since.ts';

export interface BackupSource {
  readonly database: Database;
  readonly dataDir: string;
  /** Whether the key of the receipt codes is in the data folder, and so in the backup. */
  readonly secretInFolder: boolean;
  readonly now: () => number;
}

export interface BackupMade {
  readonly answers: number;
  readonly files: number;
  /** Files that the database names and the original lacks, too. */
  readonly lost: readonly FileId[];
}

/**
 * Makes a folder that is itself a data folder: SQLite file, attachments, secret, whatever the original's database is.
 * The database comes first, files after it: a file is stored before its row, so none that a row names is missing. The
 * SQLite file gets its name last of all; a folder without it is no backup.
 */
export async function backUp(source: BackupSource, folder: string): Promise<BackupMade> {
  const { database, dataDir, secretInFolder } = source;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${databaseFile(folder)}.part`;
  await writeSnapshot(database, draft);
  const copy = await openDatabase(draft);
  let made: BackupMade;
  try {
    made = await addFiles(source, copy, folder);
  } finally {
    await copy.close();
  }
  if (secretInFolder) await copyFile(join(dataDir, 'secret'), join(folder, 'secret'));
  await sync(draft);
  await rename(draft, databaseFile(folder));
  await sync(folder);
  return made;
}

async function addFiles({ database, dataDir, now }: BackupSource, copy: Database, folder: string): Promise<BackupMade> {
  const storeIn = (place: string): FolderStore => new FolderStore(join(place, 'attachments'), now);
  const { copied, lost } = await copyFiles(copy.db, storeIn(dataDir), storeIn(folder));
  await forgetGone(database, copy, lost);
  const { answers } = await copy.db
    .selectFrom('responses')
    .select((eb) => eb.fn.countAll<number>().as('answers'))
    .executeTakeFirstOrThrow();
  return { answers, files: copied, lost: await filesNamed(copy, lost) };
}

/** What was erased, or collected as nobody's, while the backup was being made is not to be kept in it. */
async function forgetGone(original: Database, copy: Database, lost: readonly FileId[]): Promise<void> {
  await eraseSince(original, copy.db);
  const gone = [];
  for (const id of lost) if ((await filesNamed(original, [id])).length === 0) gone.push(id);
  for (const { key, sha256 } of gone) {
    await copy.db.deleteFrom('attachments').where('key', '=', key).where('sha256', '=', sha256).execute();
  }
  if (gone.length > 0) await copy.forgetErased();
}

async function filesNamed({ db }: Database, files: readonly FileId[]): Promise<FileId[]> {
  const rows = await Promise.all(
    files.map(({ key, sha256 }) =>
      db
        .selectFrom('attachments')
        .select(['key', 'sha256'])
        .where('key', '=', key)
        .where('sha256', '=', sha256)
        .executeTakeFirst(),
    ),
  );
  return rows.filter((row) => row !== undefined);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

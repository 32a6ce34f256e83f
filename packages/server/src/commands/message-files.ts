import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AttachmentIntake } from '../attachments/attachment-intake.ts';
import { AttachmentRegister } from '../attachments/attachment-register.ts';
import { FolderStore } from '../attachments/folder-store.ts';
import { scanWith } from '../attachments/scan.ts';
import { withFiles, type Enclosed, type OfficeFile } from '../requests/office-files.ts';
import { CommandError, type CommandContext } from './command.ts';

/** Writes a message with the files that `--file` names, kept as those that applicants send. */
export async function enclosing<Result>(
  { config, database: { db }, now }: CommandContext,
  paths: readonly string[],
  write: (enclosed: Enclosed) => Promise<Result>,
): Promise<Result> {
  const store = new FolderStore(join(config.dataDir, 'attachments'), now);
  const register = new AttachmentRegister(db, store, now);
  const scan = config.scanCommand === undefined ? undefined : scanWith(config.scanCommand);
  const intake = new AttachmentIntake({ store, register, scan, inFlightLimit: 5000 });
  const files = [];
  for (const path of paths) files.push(await readFile(path));
  return withFiles({ db, store, intake }, randomUUID(), files, write);
}

async function readFile(path: string): Promise<OfficeFile> {
  try {
    const { size } = statSync(path);
    const open = () => createReadStream(path);
    const hash = createHash('sha256');
    await pipeline(open(), hash);
    return { name: basename(path).normalize('NFC'), size, sha256: hash.digest('hex'), open };
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`);
  }
}

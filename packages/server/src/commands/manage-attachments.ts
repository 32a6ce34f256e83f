import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '@cmto/contract';
import { FolderStore } from '../attachments/folder-store.ts';
import { collectOrphans } from '../attachments/orphans.ts';
import { readPublishedSurvey } from '../surveys/published-survey.ts';
import { CommandError, type CommandContext } from './command.ts';

const storeOf = ({ config, now }: CommandContext): FolderStore =>
  new FolderStore(join(config.dataDir, 'attachments'), now);

/** `attachments collect` */
export async function collectAttachments(context: CommandContext): Promise<void> {
  const { config, database, now, say } = context;
  const days = config.orphanDays;
  const collected = await collectOrphans({ db: database.db, store: storeOf(context), now: now(), days });
  say(
    `Deleted: ${collected.files} files that no answer names, ${collected.leftovers} unfinished ones (over ${days} days)`,
  );
}

/** `attachments export SLUG DIR`: the files that stored answers name, in a folder for each answer. */
export async function exportAttachments(context: CommandContext, slug: string, folder: string): Promise<void> {
  const { db } = context.database;
  const store = storeOf(context);
  if (!(await readPublishedSurvey(db, slug))) throw new CommandError(`There is no published survey "${slug}"`);
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'attachments'])
    .where('survey_slug', '=', slug)
    .where('attachments', '!=', '[]')
    .orderBy('id')
    .execute();
  let files = 0;
  for (const { id, attachments } of rows) {
    for (const { sha256, name } of JSON.parse(attachments) as Attachment[]) {
      const file = { key: id, sha256 };
      if (!(await store.has(file))) {
        context.warn(`${id}: a file is missing (${sha256})`);
        continue;
      }
      // People's files, for the owner's eyes only.
      await mkdir(join(folder, id), { recursive: true, mode: 0o700 });
      const path = join(folder, id, fileName(sha256, name));
      await pipeline(store.read(file), createWriteStream(path, { mode: 0o600 }));
      files += 1;
    }
  }
  context.say(`${slug}: ${files} files written to ${folder}`);
}

/** The name that was given, made harmless on any disk, after the beginning of the hash: two files may be called the same. */
const fileName = (sha256: string, name: string): string =>
  `${sha256.slice(0, 8)}-${name.replace(/[^\p{L}\p{N}._ -]+/gu, '_').slice(-80)}`;

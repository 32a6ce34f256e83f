import { copyFile, readdir, readFile, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileId } from '../attachments/attachment-store.ts';
import { backUp } from '../backup/backup.ts';
import { isEmpty, restoreFrom } from '../backup/restore.ts';
import { databaseFile } from '../database/database-target.ts';
import { readSecret } from '../secret.ts';
import { CommandError, type CommandContext } from './command.ts';

/** `backup FOLDER` */
export async function backup({ config, database, now, say, warn }: CommandContext, path: string): Promise<void> {
  const folder = resolve(path);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new CommandError(`${path} is not empty. Nothing was backed up.`);
  // Made now if there is none yet: receipts given out from now on need it.
  readSecret(config.dataDir, config.secret);
  const source = { database, dataDir: config.dataDir, secretInFolder: config.secret === undefined, now };
  const { answers, files, lost } = await backUp(source, folder);
  say(`${path}: ${answers} answers, ${files} files${source.secretInFolder ? ', the secret' : ''}`);
  if (!source.secretInFolder) warn('CMTO_SECRET is not in the backup: keep it apart, receipts depend on it.');
  warnOfLost(lost, warn);
}

/** `restore FOLDER [--replace]` */
export async function restore(
  { config, database, now, say, warn }: CommandContext,
  path: string,
  replace = false,
): Promise<void> {
  const folder = resolve(path);
  if (!existsSync(databaseFile(folder))) {
    throw new CommandError(`${path} is no backup: there is no cmto.sqlite in it. Nothing was restored.`);
  }
  if (!replace && !(await isEmpty(database))) {
    throw new CommandError('There is data here already. --replace puts the backup in its place. Nothing was restored.');
  }
  const secret = readSecret(
    config.secret === undefined && existsSync(join(folder, 'secret')) ? folder : config.dataDir,
    config.secret,
  );
  const target = { database, dataDir: config.dataDir, now };
  const { answers, files, lost } = await restoreFrom(folder, target, secret).catch((error: Error) => {
    throw new CommandError(`${path}: ${error.message}. Nothing was restored.`);
  });
  const newSecret =
    config.secret === undefined && (await putSecret(join(folder, 'secret'), join(config.dataDir, 'secret')));
  say(`${answers} answers and ${files} files restored`);
  if (newSecret) say('The secret was restored, too: a server that is running has to be started anew.');
  warnOfLost(lost, warn);
  await database.forgetErased().catch((error: Error) => {
    warn(`What was there before may lie on the disk until the server next rewrites its data (${error.message})`);
  });
}

/** Returns whether it is another one than before. Whole or not at all. */
async function putSecret(from: string, to: string): Promise<boolean> {
  if (!existsSync(from) || (await sameContent(from, to))) return false;
  await copyFile(from, `${to}.restored`);
  await rename(`${to}.restored`, to);
  return true;
}

async function sameContent(one: string, other: string): Promise<boolean> {
  if (!existsSync(other)) return false;
  const [a, b] = await Promise.all([readFile(one), readFile(other)]);
  return a.equals(b);
}

function warnOfLost(lost: readonly FileId[], warn: CommandContext['warn']): void {
  if (lost.length === 0) return;
  warn(`${lost.length} files are missing or damaged: ${lost.map(({ key, sha256 }) => `${key}/${sha256}`).join(', ')}`);
}

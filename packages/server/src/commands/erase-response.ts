import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { FolderStore } from '../attachments/folder-store.ts';
import type { Schema } from '../database/schema.ts';
import { erase } from '../intake/erasure.ts';
import { hashReceiptCode, readReceiptCode } from '../receipts/receipt-code.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';

/** `response erase RECEIPT-CODE`: what an office does when a person asks for it. */
export async function eraseResponse(
  { config, database, now, say, warn }: CommandContext,
  typed: string,
): Promise<void> {
  const code = readReceiptCode(typed);
  if (!code) throw usageError('A receipt code has 26 letters and digits; groups and lower case do not matter');
  const store = new FolderStore(join(config.dataDir, 'attachments'), now);
  if (await isRequest(database.db, code))
    throw new CommandError('This is the receipt of a request: "request erase" erases what the register has of it, too');
  if (await isRegisteredContribution(database.db, code))
    throw new CommandError(
      'This contribution is registered: "contribution erase" erases what the register has of it, too',
    );
  const erased = await erase(database, store, hashReceiptCode(code));
  if (!erased) throw new CommandError('No stored answer has this receipt code. Nothing was erased.');
  say(`${erased.slug}: the answer was erased, with ${erased.files} files`);
  try {
    await database.forgetErased();
  } catch (error) {
    warn(
      `It may lie on the disk until the server next rewrites its data, tonight at the latest (${(error as Error).message})`,
    );
  }
  say('Erase it from exports that were made before, too, and once more after restoring an earlier backup.');
}

async function isRequest(db: Kysely<Schema>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('responses')
    .innerJoin('requests', 'requests.id', 'responses.id')
    .select('requests.id')
    .where('receipt_hash', '=', hashReceiptCode(code))
    .executeTakeFirst();
  return row !== undefined;
}

async function isRegisteredContribution(db: Kysely<Schema>, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('responses')
    .innerJoin('contributions', 'contributions.id', 'responses.id')
    .select('contributions.register')
    .where('receipt_hash', '=', hashReceiptCode(code))
    .executeTakeFirst();
  return row !== undefined && row.register !== null;
}

import { join } from 'node:path';
import type { OutcomeKind } from '@cmto/contract';
import { instantSchema, outcomeKinds } from '@cmto/contract/schemas';
import { FolderStore } from '../attachments/folder-store.ts';
import { RegisterError } from '../register/register-error.ts';
import { createOffice } from '../requests/create-requests.ts';
import { eraseRequest } from '../requests/erase-request.ts';
import { escalate } from '../requests/escalation.ts';
import { RequestError } from '../requests/request-error.ts';
import type { Procedure, Words } from '../requests/procedure.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { findRequest } from './find-request.ts';
import { enclosing } from './message-files.ts';
import { readAct, required } from './required.ts';

/** `request take REQUEST --operator WHO` */
export const take = (context: CommandContext, typed: string, given: Options): Promise<void> =>
  work(context, typed, 'taken in charge', (procedure, id) => procedure.take(id, required(given, 'operator')));

/** `request ask REQUEST --text TEXT [--file FILE …] [--at INSTANT] --operator WHO` */
export function ask(context: CommandContext, typed: string, given: Options): Promise<void> {
  const { at } = given;
  if (at !== undefined && !instantSchema.safeParse(at).success)
    throw usageError('--at: an instant in UTC is expected, as 2026-12-31T23:00:00Z');
  const due = at === undefined ? undefined : Date.parse(at);
  return writing(context, typed, given, 'asked; it waits for the applicant', (procedure, id, words) =>
    procedure.ask(id, words, due),
  );
}

/** `request message REQUEST --text TEXT [--file FILE …] --operator WHO` */
export const message = (context: CommandContext, typed: string, given: Options): Promise<void> =>
  writing(context, typed, given, 'written to', (procedure, id, words) => procedure.message(id, words));

/** `request close REQUEST --outcome KIND --text REASONS [--file FILE …] --operator WHO` */
export function close(context: CommandContext, typed: string, given: Options): Promise<void> {
  const outcome = outcomeKinds.find((kind) => kind === given.outcome);
  if (!outcome) throw usageError(`--outcome is one of ${outcomeKinds.join(', ')}`);
  return writing(context, typed, given, `closed: ${outcome}`, (procedure, id, words) =>
    procedure.close(id, outcome satisfies OutcomeKind, words),
  );
}

/** `request annul REQUEST --reason TEXT --act TEXT --operator WHO` */
export const annul = (context: CommandContext, typed: string, given: Options): Promise<void> =>
  work(context, typed, 'annulled', (procedure, id) => procedure.annul(id, readAct(given)));

/** `request erase REQUEST --reason TEXT --act TEXT --operator WHO` */
export async function erase(context: CommandContext, typed: string, given: Options): Promise<void> {
  const { config, database, now, say, warn } = context;
  const act = { ...readAct(given), at: now() };
  const { id } = await findRequest(database.db, typed);
  const store = new FolderStore(join(config.dataDir, 'attachments'), now);
  const office = createOffice({ config, db: database.db, now });
  const erased = await refusing(() => eraseRequest(database, office, store, id, act));
  if (!erased) throw new CommandError(`There is no request ${typed}. Nothing was erased.`);
  say(`${typed}: the request was erased, with ${erased.files} files, its messages and letters`);
  try {
    await database.forgetErased();
  } catch (error) {
    warn(`It may lie on the disk until the server next rewrites its data (${(error as Error).message})`);
  }
  say('Exports, daily files of the register and the official register hold it still: erase it there, too.');
}

/** `request deadlines`: what the server does every hour. */
export async function deadlines({ config, database: { db }, now, say }: CommandContext): Promise<void> {
  const told = await escalate(createOffice({ config, db, now }).escalation);
  if (told.length === 0) say('Nobody is due to be told.');
  for (const { request, level, mailbox } of told)
    say(`${request}: ${level}${mailbox === undefined ? ', who has no mailbox in CMTO_ESCALATION' : ` (${mailbox})`}`);
}

/** An act that writes to the applicant, with files or without. */
function writing(
  context: CommandContext,
  typed: string,
  given: Options,
  done: string,
  act: (procedure: Procedure, id: string, words: Words) => Promise<void>,
): Promise<void> {
  const written = { operator: required(given, 'operator'), text: required(given, 'text', 10_000) };
  const { file: paths = [] } = given;
  return work(context, typed, done, async (procedure, id) => {
    if (paths.length === 0) return act(procedure, id, written);
    await enclosing(context, paths, (enclosed) => act(procedure, id, { ...written, enclosed }));
  });
}

async function work(
  { config, database: { db }, now, say }: CommandContext,
  typed: string,
  done: string,
  act: (procedure: Procedure, id: string) => Promise<void>,
): Promise<void> {
  const { id } = await findRequest(db, typed);
  await refusing(() => act(createOffice({ config, db, now }).procedure, id));
  say(`${typed}: ${done}`);
}

/** What the procedure or the register refuses is told as it is. */
async function refusing<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof RequestError || error instanceof RegisterError)) throw error;
    throw new CommandError(`${error.message}. Nothing was changed.`);
  }
}

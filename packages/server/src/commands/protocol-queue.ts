import { readFileSync, statSync } from 'node:fs';
import { ProtocolError } from '../protocol/protocol-error.ts';
import { findMatches } from '../protocol/find-matches.ts';
import { enterNumber, findTask, nameOf, officialText } from '../protocol/number-desk.ts';
import { officialOf } from '../protocol/given-number.ts';
import { enterReceipt } from '../protocol/receipt-desk.ts';
import { createOffice } from '../requests/create-requests.ts';
import { toInstant } from '../surveys/definition.ts';
import { romeDate } from '../time/rome-date.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';

/** `protocol list`: nothing of what the documents say. */
export async function list(context: CommandContext): Promise<void> {
  const { database, say } = context;
  const rows = await database.db
    .selectFrom('protocol_tasks')
    .selectAll()
    .where('state', 'in', ['waiting', 'office', 'failed'])
    .orderBy('year')
    .orderBy('number')
    .execute();
  const receipts = await database.db
    .selectFrom('protocol_receipts')
    .select(['key', 'kind'])
    .orderBy('certified_at')
    .execute();
  const certified = new Map(receipts.map(({ key, kind }) => [key, `, ${kind}`]));
  for (const row of rows) {
    const { department, state, adapter, attempts, problem, created_at: at } = row;
    const tries = attempts > 0 && state === 'waiting' ? `, ${attempts} tries` : '';
    const why = problem ? `, ${problem}` : '';
    say(
      `${nameOf(row)}  ${romeDate(at)}  ${department}  ${adapter ?? '-'}  ${state}${certified.get(row.key) ?? ''}${tries}${why}`,
    );
  }
  const annulments = await createOffice(officeOf(context)).annulments.open();
  for (const { key, department, state, attempts, problem, created_at: at } of annulments) {
    const row = await findTask(database.db, key);
    const official = officialOf(row);
    const tries = attempts > 0 && state === 'waiting' ? `, ${attempts} tries` : '';
    say(
      `${nameOf(row)}  ${romeDate(at)}  ${department}  to be annulled${official ? `: ${officialText(official)}` : ', if it was registered'}  ${state}${tries}${problem ? `, ${problem}` : ''}`,
    );
  }
  if (rows.length + annulments.length === 0) say('Everything has its number.');
}

/** `protocol annulled DOCUMENT --operator WHO` */
export async function annulled(context: CommandContext, document: string, given: Options): Promise<void> {
  const operator = readOperator(given);
  const row = await refusable(() => findTask(context.database.db, document));
  const outcome = await createOffice(officeOf(context)).annulments.byHand(row.key, operator);
  if (outcome === 'done') return context.say(`${nameOf(row)}: annulled in the register`);
  const why = outcome === 'none' ? 'has no annulment to be entered' : 'is being annulled without you';
  throw new CommandError(`${nameOf(row)} ${why}. Nothing was changed.`);
}

/** `protocol number DOCUMENT REGISTER NUMBER DATE --operator WHO [--pec]` */
export async function number(
  context: CommandContext,
  [document, register, typed, date]: [string, string, string, string],
  given: Options,
): Promise<void> {
  const operator = readOperator(given);
  const { pec = false } = given;
  const { database, now, say } = context;
  const official = { register, number: typed, date };
  const entered = await refusable(() =>
    enterNumber(database.db, createOffice(officeOf(context)).protocol, now(), {
      document,
      official,
      operator,
      fromPec: pec,
    }),
  );
  const known = entered.isKnown ? ', as before' : '';
  say(`${nameOf(entered.row)}: ${officialText(entered.official)}${known}`);
}

/** `protocol match FILE` */
export async function match({ database, say }: CommandContext, path: string): Promise<void> {
  const bytes = readWhole(path);
  const matches = await findMatches(database.db, bytes, /\.eml$/i.test(path));
  for (const { row, reasons } of matches) {
    const official = officialOf(row);
    const state = official ? `has the number ${officialText(official)}` : `has no official number (${row.state})`;
    say(`${nameOf(row)} ${state}; the same ${[...reasons].join(', ')}`);
  }
  if (matches.length === 0) say('Nothing in it names a document of ours.');
}

/** `protocol reply FILE --operator WHO` */
export async function reply(context: CommandContext, path: string, given: Options): Promise<void> {
  const { database, now, say, warn } = context;
  const by = { operator: readOperator(given), now: now() };
  const { row, receipt, isKnown, isFailed } = await refusable(() => enterReceipt(database.db, readWhole(path), by));
  say(`${nameOf(row)}: ${receipt.kind}, ${toInstant(receipt.at)}${isKnown ? ', as before' : ''}`);
  if (isFailed) warn('It did not arrive. "protocol retry" sends it again.');
}

/** `protocol retry DOCUMENT|all` */
export async function retry(context: CommandContext, document: string): Promise<void> {
  const { protocol, annulments } = createOffice(officeOf(context));
  const { db } = context.database;
  const key = document === 'all' ? undefined : (await refusable(() => findTask(db, document))).key;
  const count = (await protocol.retry(key)) || Number(key !== undefined && (await annulments.retry(key)));
  context.say(count === 0 ? 'There is nothing to try again.' : `${count} will be tried again`);
}

async function refusable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolError) throw new CommandError(`${error.message}. Nothing was changed.`);
    throw error;
  }
}

function readOperator({ operator = '' }: Options): string {
  if (operator.trim() === '' || operator.length > 200) throw usageError('--operator is expected');
  return operator;
}

const officeOf = ({ config, database, now }: CommandContext) => ({ config, db: database.db, now });

/** More than certified mail takes. */
const largest = 150 * 1024 * 1024;

function readWhole(path: string): Buffer {
  try {
    if (statSync(path).size > largest) throw new CommandError(`${path} is larger than ${largest} bytes`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

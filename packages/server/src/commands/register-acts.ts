import type { Transaction } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { AnnulmentQueue } from '../protocol/annulment-queue.ts';
import { parts, type Act, type RegisterNumber } from '../register/entry.ts';
import { RegisterError } from '../register/register-error.ts';
import { Register } from '../register/register.ts';
import { annulRegistration } from '../requests/annul-registration.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';

/** `register annul NUMBER --reason TEXT --act TEXT --operator WHO` */
export async function annul(context: CommandContext, typed: string, given: Options): Promise<void> {
  const entered = { ...readNumber(typed), ...readAct(given), at: context.now() };
  const annulments = new AnnulmentQueue(context.database.db, context.now);
  const { code, year, number } = await enter(context, (register, transaction) =>
    annulRegistration(transaction, { register, annulments }, entered),
  );
  context.say(`${typed}: annulled by ${code}-${year}/${number}`);
}

/** `register erase NUMBER --part PART --reason TEXT --act TEXT --operator WHO` */
export async function erasePart(context: CommandContext, typed: string, given: Options): Promise<void> {
  const part = parts.find((one) => one === given.part);
  if (!part) throw usageError(`--part is one of ${parts.join(', ')}`);
  const entered = { ...readNumber(typed), ...readAct(given), part, at: context.now() };
  const erasure = await enter(context, (register, transaction) => register.erase(transaction, entered));
  if (!erasure) return context.say(`${typed}: there is no ${part}, or no longer. Nothing was erased.`);
  context.say(`${typed}: the ${part} was erased by ${erasure.code}-${erasure.year}/${erasure.number}`);
  await forget(context);
}

/** In a transaction; what the register refuses is told as it is. */
async function enter<Result>(
  { config, database }: CommandContext,
  work: (register: Register, transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  const register = new Register(config.registerCode);
  try {
    return await database.db.transaction().execute((transaction) => work(register, transaction));
  } catch (error) {
    if (error instanceof RegisterError) throw new CommandError(`${error.message}. Nothing was entered.`);
    throw error;
  }
}

/** `2026/0000123`, with or without the register's code before it. */
function readNumber(typed: string): RegisterNumber {
  const [, year, number] = /^(?:[A-Za-z0-9_.-]{1,16}-)?(\d{4})\/0*([1-9]\d{0,9})$/.exec(typed) ?? [];
  if (!year || !number) throw usageError(`"${typed}" is no number of the register: it is written as 2026/0000123`);
  return { year: Number(year), number: Number(number) };
}

/** All three stay in the register for ever, so none may be left out. */
function readAct({ reason, act, operator }: Options): Act {
  const given = { reason, act, operator };
  for (const [name, value] of Object.entries(given)) {
    if (!value?.trim() || value.length > 500) throw usageError(`--${name} is expected, of at most 500 characters`);
  }
  return given as Act;
}

async function forget({ database, say, warn }: CommandContext): Promise<void> {
  try {
    await database.forgetErased();
  } catch (error) {
    warn(`It may lie on the disk until the server next rewrites its data (${(error as Error).message})`);
  }
  say(
    'Daily files made before still hold it: ask whoever conserves them, and erase it once more after restoring a backup.',
  );
}

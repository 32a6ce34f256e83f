import { write } from '../exports/csv.ts';
import type { RegisterDayRow } from '../database/register-rows.ts';
import { annulledBetween } from '../register/annulments.ts';
import { closeDays } from '../register/close-days.ts';
import { confirmDay, unconfirmedDays } from '../register/confirmations.ts';
import { DaySummary, dayCsv, dayJson } from '../register/day-file.ts';
import { numberText } from '../register/entry.ts';
import { readEntries } from '../register/read-entries.ts';
import { lastEntry } from '../register/register.ts';
import { RegisterError } from '../register/register-error.ts';
import { romeDate } from '../time/rome-date.ts';
import { CommandError, usageError, type CommandContext } from './command.ts';
import type { Options } from './command-options.ts';
import { toFile } from './to-file.ts';

/** `register day` */
export async function closeRegister({ database, now, say }: CommandContext): Promise<void> {
  for (const { day, count } of await closeDays(database.db, now())) say(`${day}: closed, ${count} rows`);
  const unconfirmed = await unconfirmedDays(database.db);
  if (unconfirmed.length === 0) say('Conservation has confirmed every closed day.');
  const today = romeDate(now());
  for (const { day, due } of unconfirmed) {
    say(`${day.day}: ${day.count} rows, to be with conservation by ${due}${due < today ? ', overdue' : ''}`);
    say(`  JSON ${day.json_sha256}\n  CSV  ${day.csv_sha256}`);
  }
}

/** `register export DAY --json|--csv [--out FILE]`: the very bytes whose hash was recorded when the day was closed. */
export async function exportDay(context: CommandContext, day: string, { json, csv, out }: Options): Promise<void> {
  if (json === csv) throw usageError('Either --json or --csv is expected');
  const { db } = context.database;
  const closed = await db.selectFrom('register_days').selectAll().where('day', '=', readDay(day)).executeTakeFirst();
  const last = await lastEntry(db);
  if (!closed || !last) throw new CommandError(`${day} is not a closed day of the register`);
  const format = json ? dayJson : dayCsv;
  const register = { code: last.code, day };
  const { head: before = '' } =
    (await db
      .selectFrom('register_days')
      .select('head')
      .where('day', '<', day)
      .orderBy('day', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? {};
  const summary = new DaySummary(register, before);
  const writeDay = async (to: CommandContext['out']): Promise<void> => {
    let at = 0;
    await write(to, format.begin(register));
    for await (const entry of readEntries(db, day)) {
      summary.add(entry);
      await write(to, format.entry(entry, at));
      at += 1;
    }
    await write(to, format.end(closed));
  };
  if (out === undefined) await writeDay(context.out);
  else await toFile(out, writeDay);
  const made = summary.end();
  const same = json ? made.json_sha256 === closed.json_sha256 : made.csv_sha256 === closed.csv_sha256;
  if (!same)
    context.warn(
      `${day}: not the file that was closed: something in it was erased since, or the register is broken (register verify)`,
    );
  if (out !== undefined) context.say(`${day}: written to ${out}`);
  await tellAnnulled(context, closed);
}

/** The file is what it was when the day was closed; what was taken out of force, then or since, is said beside it. */
async function tellAnnulled({ database: { db }, warn }: CommandContext, day: RegisterDayRow): Promise<void> {
  const { year, first, last } = day;
  if (first === null || last === null) return;
  for (const { number, by, at, act } of await annulledBetween(db, { year, first, last }))
    warn(`${year}/${numberText(number)} is annulled, by ${by} of ${romeDate(at)}: ${act}`);
}

/** `register confirm DAY --sha256 HASH --reference TEXT --operator WHO` */
export async function confirm({ database, now, say }: CommandContext, day: string, given: Options): Promise<void> {
  const { sha256 = '', reference = '', operator = '' } = given;
  for (const [name, value] of Object.entries({ sha256, reference, operator })) {
    if (value.trim() === '' || value.length > 500) throw usageError(`--${name} is expected, of at most 500 characters`);
  }
  const confirmation = { day: readDay(day), sha256: sha256.toLowerCase(), reference, operator, at: now() };
  try {
    const done = await confirmDay(database.db, confirmation);
    say(`${day}: ${done === 'already' ? 'confirmed before, by the same reference' : 'confirmed'}`);
  } catch (error) {
    if (error instanceof RegisterError) throw new CommandError(`${error.message}. Nothing was recorded.`);
    throw error;
  }
}

function readDay(typed: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return typed;
  throw usageError(`"${typed}" is no day: it is written as 2026-11-20`);
}

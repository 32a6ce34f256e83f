import { sql, type Kysely, type Transaction } from 'kysely';
import type { RegisterDayRow, RegisterEntryRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { dateAfter, romeDate } from '../time/rome-date.ts';
import { beginningOf, hashOf } from './chain.ts';
import { DaySummary } from './day-file.ts';
import { readEntries } from './read-entries.ts';
import { lastEntry } from './register.ts';
import { lockRegister } from './register-lock.ts';

/** What was on its way at midnight is let in before the day is closed, in milliseconds. */
const grace = 5 * 60_000;

/**
 * Closes every day of Europe/Rome that is over, from the register's first entry on, those without entries too. Each is
 * a transaction of its own; of several processes each day is closed by one. Gives the days it has closed.
 */
export async function closeDays(db: Kysely<Schema>, now: number): Promise<RegisterDayRow[]> {
  const closed: RegisterDayRow[] = [];
  for (let next = await nextToClose(db, now); next; next = await nextToClose(db, now)) {
    const row = await closeDay(db, next, now);
    if (row) closed.push(row);
  }
  return closed;
}

export const lastClosedDay = (db: Kysely<Schema>): Promise<RegisterDayRow | undefined> =>
  db.selectFrom('register_days').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst();

const firstEntry = (db: Kysely<Schema>) =>
  db.selectFrom('register_entries').select('day').orderBy('year').orderBy('number').limit(1).executeTakeFirst();

interface NextDay {
  readonly day: string;
  readonly before: RegisterDayRow | undefined;
}

async function nextToClose(db: Kysely<Schema>, now: number): Promise<NextDay | undefined> {
  const before = await lastClosedDay(db);
  const day = before ? dateAfter(before.day) : (await firstEntry(db))?.day;
  return day !== undefined && day < romeDate(now - grace) ? { day, before } : undefined;
}

/** Undefined: to be tried again, since somebody wrote meanwhile; or another process has closed it. */
async function closeDay(
  db: Kysely<Schema>,
  { day, before }: NextDay,
  now: number,
): Promise<RegisterDayRow | undefined> {
  // The long part, without the lock: a day that is over hardly ever changes any more.
  const asOf = await lastEntry(db);
  if (!asOf) return undefined;
  const summary = new DaySummary({ code: asOf.code, day }, before?.head ?? '');
  for await (const entry of readEntries(db, day)) summary.add(entry);
  const columns = {
    day,
    year: Number(day.slice(0, 4)),
    ...summary.end(),
    as_of_year: asOf.year,
    as_of_number: asOf.number,
    closed_at: now,
    prev: before?.hash ?? beginningOf(asOf.code),
  };
  const row = { ...columns, hash: hashOf(columns) };
  return db.transaction().execute(async (transaction) => {
    await lockRegister(transaction);
    if ((await lastClosedDay(transaction))?.hash !== before?.hash) return undefined;
    if (await hasChanged(transaction, row, asOf)) return undefined;
    await transaction.insertInto('register_days').values(row).execute();
    return row;
  });
}

/** Whether, since the register stood at `asOf`, a row came that is in the day's files or should have been. */
async function hasChanged(db: Transaction<Schema>, { day }: RegisterDayRow, asOf: RegisterEntryRow): Promise<boolean> {
  const since = await db
    .selectFrom('register_entries')
    .select('number')
    .where(sql<boolean>`(year, number) > (${asOf.year}, ${asOf.number})`)
    .where((eb) => eb.or([eb('day', '<=', day), eb('kind', '=', 'erasure')]))
    .limit(1)
    .executeTakeFirst();
  return since !== undefined;
}

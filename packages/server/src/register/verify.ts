import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RegisterDayRow, RegisterEntryRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { romeDate } from '../time/rome-date.ts';
import { Broken } from './broken.ts';
import { beginningOf, hashOf } from './chain.ts';
import { registrationText } from './entry.ts';
import { VerifiedDays } from './verify-days.ts';
import { VerifiedParticulars } from './verify-particulars.ts';
import { readEntries, type WholeEntry } from './read-entries.ts';

/** What was found: all of it sound, or the first place where it is not. */
export interface Verdict {
  readonly entries: number;
  readonly days: number;
  /** Particulars that were erased by entries that say so. */
  readonly erased: number;
  /** Closed days whose files cannot be made anew, since something in them was erased afterwards. */
  readonly notComparable: number;
  /** The last row: who notes it down can see later that it is still there. */
  readonly head: string | undefined;
  readonly broken?: string;
}

/**
 * Computes the whole register anew: hashes, chain, numbers, times, particulars, closed days and their files. Reads rows
 * page by page, while others go on writing.
 */
export async function verifyRegister(db: Kysely<Schema>): Promise<Verdict> {
  // Days first: one that is closed while the rows are read is left for the next time.
  const closed = await db.selectFrom('register_days').selectAll().orderBy('day').execute();
  const particulars = new VerifiedParticulars(db);
  const days = new VerifiedDays(closed, particulars);
  let last: RegisterEntryRow | undefined;
  let entries = 0;
  const verdict = (broken?: string): Verdict => ({
    entries,
    days: days.verified,
    erased: particulars.erased,
    notComparable: days.notComparable,
    head: last && `${registrationText(last)} ${last.hash}`,
    ...(broken === undefined ? {} : { broken }),
  });
  try {
    for await (const entry of readEntries(db)) {
      checkRow(entry, last);
      await particulars.check(entry);
      days.add(entry);
      last = entry.row;
      entries += 1;
    }
    await particulars.end();
    days.end();
    checkDays(closed, last);
    return verdict();
  } catch (error) {
    if (error instanceof Broken) return verdict(error.message);
    throw error;
  }
}

function checkRow({ row, text }: WholeEntry, last: RegisterEntryRow | undefined): void {
  const number = last?.year === row.year ? last.number + 1 : 1;
  const faults: [boolean, string][] = [
    [row.number !== number, `is there where number ${number} should be`],
    [row.prev !== (last?.hash ?? beginningOf(row.code)), 'does not follow the row before it'],
    [row.hash !== hash('sha256', text, 'hex'), 'is not what its hash was made of'],
    [last !== undefined && row.code !== last.code, 'belongs to another register'],
    [last !== undefined && row.at < last.at, 'is older than the row before it'],
    [row.day !== romeDate(row.at) || row.year !== Number(row.day.slice(0, 4)), 'has another day than its time'],
  ];
  const fault = faults.find(([holds]) => holds);
  if (fault) throw new Broken(`${registrationText(row)} ${fault[1]}`);
}

/** The days' own chain, one after the other, and the rows it knows of. */
function checkDays(days: readonly RegisterDayRow[], last: RegisterEntryRow | undefined): void {
  for (const [at, day] of days.entries()) {
    const before = days[at - 1];
    if (day.prev !== (before?.hash ?? (last && beginningOf(last.code)))) {
      throw new Broken(`${day.day} does not follow the closed day before it`);
    }
    if (day.hash !== hashOf(day)) throw new Broken(`${day.day} is not what its hash was made of`);
    if (!last || day.as_of_year > last.year || (day.as_of_year === last.year && day.as_of_number > last.number)) {
      throw new Broken(`${day.day} was closed when there were rows that are no longer there`);
    }
  }
}

import type { Kysely } from 'kysely';
import type { RegisterDayRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { nextWorkingDay } from '../time/working-days.ts';
import { RegisterError } from './register-error.ts';
import { lockRegister } from './register-lock.ts';

/** A conservation system's word that it has taken a day's file in. */
export interface Confirmation {
  readonly day: string;
  /** Of the file that was taken in: the day's JSON or CSV. */
  readonly sha256: string;
  /** What the conservation system calls its receipt. */
  readonly reference: string;
  /** The person's identifier. */
  readonly operator: string;
  /** When it was recorded, in milliseconds. */
  readonly at: number;
}

/** A closed day that nobody has confirmed yet, and the date by whose end it is to be with the conservation system. */
export interface Unconfirmed {
  readonly day: RegisterDayRow;
  readonly due: string;
}

/** Records a confirmation, once and for ever. Throws a `RegisterError` for a day or a file that there is not, or another word than before. */
export async function confirmDay(db: Kysely<Schema>, confirmation: Confirmation): Promise<'confirmed' | 'already'> {
  const { day, sha256, reference } = confirmation;
  const closed = await db.selectFrom('register_days').selectAll().where('day', '=', day).executeTakeFirst();
  if (!closed) throw new RegisterError(`${day} is not a closed day`);
  if (sha256 !== closed.json_sha256 && sha256 !== closed.csv_sha256)
    throw new RegisterError(`No file of ${day} has this hash: JSON ${closed.json_sha256}, CSV ${closed.csv_sha256}`);
  return db.transaction().execute(async (transaction) => {
    await lockRegister(transaction);
    const earlier = await transaction
      .selectFrom('register_confirmations')
      .selectAll()
      .where('day', '=', day)
      .executeTakeFirst();
    if (!earlier) {
      await transaction
        .insertInto('register_confirmations')
        .values({ ...confirmation })
        .execute();
      return 'confirmed';
    }
    if (earlier.sha256 === sha256 && earlier.reference === reference) return 'already';
    throw new RegisterError(`${day} is confirmed already: ${earlier.reference}, by ${earlier.operator}`);
  });
}

/**
 * Every closed day without a confirmation, oldest first. A day's register is due within the next working day (AgID
 * guidelines on documents, 2021, on the security of protocol systems; before them DPCM 3 December 2013 art. 7).
 */
export async function unconfirmedDays(db: Kysely<Schema>): Promise<Unconfirmed[]> {
  const days = await db
    .selectFrom('register_days')
    .leftJoin('register_confirmations', 'register_confirmations.day', 'register_days.day')
    .selectAll('register_days')
    .where('register_confirmations.day', 'is', null)
    .orderBy('register_days.day')
    .execute();
  return days.map((day) => ({ day, due: nextWorkingDay(day.day) }));
}

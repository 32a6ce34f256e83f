import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { lastEntry } from '../register/register.ts';
import { growRegister } from './grow-register.ts';
import { eraseAgain, readTombstones } from './tombstones.ts';

/** Erases from a copy what was erased from the original since it was made: submissions, and what the register told of persons. */
export async function eraseSince(original: Database, copy: Kysely<Schema>): Promise<void> {
  await eraseAgain(copy, await readTombstones(original.db));
  if (!(await hasErasedSince(original.db, copy))) return;
  // A particular may go only where the register says that it was erased: its newer rows come along. At one instant.
  await original.db
    .transaction()
    .setIsolationLevel(original.kind === 'postgres' ? 'repeatable read' : 'serializable')
    .execute((transaction) => copy.transaction().execute((target) => growRegister(transaction, target)));
  await copy
    .deleteFrom('register_particulars')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('register_entries')
          .select('number')
          .where('kind', '=', 'erasure')
          .whereRef('linked_year', '=', 'register_particulars.year')
          .whereRef('linked_number', '=', 'register_particulars.number')
          .whereRef('register_entries.part', '=', 'register_particulars.part'),
      ),
    )
    .execute();
}

async function hasErasedSince(original: Kysely<Schema>, copy: Kysely<Schema>): Promise<boolean> {
  const last = await lastEntry(copy);
  const row = await original
    .selectFrom('register_entries')
    .select('number')
    .where('kind', '=', 'erasure')
    .where((eb) =>
      eb.or([
        eb('year', '>', last?.year ?? 0),
        eb.and([eb('year', '=', last?.year ?? 0), eb('number', '>', last?.number ?? 0)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

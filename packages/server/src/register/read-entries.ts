import { sql, type Kysely } from 'kysely';
import type { RegisterEntryRow, RegisterParticularRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { hashedText } from './chain.ts';
import type { Part, RegisterNumber } from './entry.ts';

/** A row of the register with what is left of its particulars. */
export interface WholeEntry {
  readonly row: RegisterEntryRow;
  /** What the row's hash is to be of. */
  readonly text: string;
  readonly particulars: ReadonlyMap<Part, RegisterParticularRow>;
}

/** Rows read together. */
const pageSize = 500;

const none: ReadonlyMap<Part, RegisterParticularRow> = new Map();

/** The register's rows in their order, all or one day's, while others go on writing. */
export async function* readEntries(db: Kysely<Schema>, day?: string): AsyncGenerator<WholeEntry> {
  for (let after: RegisterNumber = { year: 0, number: 0 }; ;) {
    const rows = await pageAfter(db, after, day);
    const last = rows.at(-1);
    if (!last) return;
    // After the rows themselves: whatever was entered with them is seen.
    const particulars = await particularsBetween(db, after, last);
    for (const row of rows) yield { row, text: hashedText(row), particulars: particulars.get(placeOf(row)) ?? none };
    if (rows.length < pageSize) return;
    after = last;
  }
}

/** A name for a row, or for one of its particulars. */
export const placeOf = ({ year, number }: RegisterNumber, part = ''): string => `${year}/${number}/${part}`;

const pageAfter = (db: Kysely<Schema>, after: RegisterNumber, day: string | undefined): Promise<RegisterEntryRow[]> =>
  db
    .selectFrom('register_entries')
    .selectAll()
    .where(sql<boolean>`(year, number) > (${after.year}, ${after.number})`)
    .$if(day !== undefined, (query) => query.where('day', '=', day!))
    .orderBy('year')
    .orderBy('number')
    .limit(pageSize)
    .execute();

async function particularsBetween(
  db: Kysely<Schema>,
  after: RegisterNumber,
  last: RegisterNumber,
): Promise<Map<string, Map<Part, RegisterParticularRow>>> {
  const found = await db
    .selectFrom('register_particulars')
    .selectAll()
    .where(sql<boolean>`(year, number) > (${after.year}, ${after.number})`)
    .where(sql<boolean>`(year, number) <= (${last.year}, ${last.number})`)
    .execute();
  const byPlace = new Map<string, Map<Part, RegisterParticularRow>>();
  for (const particular of found) {
    const place = placeOf(particular);
    const parts = byPlace.get(place) ?? new Map<Part, RegisterParticularRow>();
    byPlace.set(place, parts.set(particular.part as Part, particular));
  }
  return byPlace;
}

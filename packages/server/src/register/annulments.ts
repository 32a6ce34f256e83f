import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { registrationText, type Act } from './entry.ts';

/** That a registration was taken out of force (DPR 445/2000 art. 54). */
export interface Annulled extends Act {
  readonly year: number;
  readonly number: number;
  /** Milliseconds. */
  readonly at: number;
  /** The row that says so, as `CMTO-RI-2026/0000130`. */
  readonly by: string;
}

/** What of a year's rows, from the first to the last, has been annulled by now, in their order. */
export async function annulledBetween(
  db: Kysely<Schema>,
  { year, first, last }: { readonly year: number; readonly first: number; readonly last: number },
): Promise<Annulled[]> {
  const rows = await db
    .selectFrom('register_entries')
    .selectAll()
    .where('kind', '=', 'annulment')
    .where('linked_year', '=', year)
    .where('linked_number', '>=', first)
    .where('linked_number', '<=', last)
    .orderBy('linked_number')
    .execute();
  return rows.map((row) => ({
    ...(JSON.parse(row.act!) as Act),
    year,
    number: row.linked_number!,
    at: row.at,
    by: registrationText(row),
  }));
}

import type { Kysely } from 'kysely';
import type { RegisterEntryRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { parts, registrationText, type Part, type RegisterNumber } from './entry.ts';
import { sealOf } from './particulars.ts';
import { placeOf, type WholeEntry } from './read-entries.ts';
import { Broken } from './broken.ts';

/** Holds what is kept apart against the chain: what is there is what was entered, what is not there was erased. */
export class VerifiedParticulars {
  readonly #db: Kysely<Schema>;
  /** What is not there, and no erasure has been read for yet, with the row it belongs to. */
  readonly #missing = new Map<string, RegisterEntryRow>();
  /** Which row says that a particular was erased. */
  readonly #erasures = new Map<string, RegisterNumber>();

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  get erased(): number {
    return this.#erasures.size;
  }

  /** Throws a `Broken`. */
  async check({ row, particulars }: WholeEntry): Promise<void> {
    for (const part of parts) {
      const kept = particulars.get(part);
      if (kept && sealOf(kept) !== row[part]) throw new Broken(`${registrationText(row)}: the ${part} is another one`);
      if (!kept && row[part] !== null) this.#missing.set(placeOf(row, part), row);
    }
    if (row.kind === 'erasure') await this.#checkErasure(row);
  }

  /** Whether a particular that the register had at a row has been erased since. */
  isErasedAfter(place: string, asOf: RegisterNumber): boolean {
    const erasure = this.#erasures.get(place);
    return erasure !== undefined && isAfter(erasure, asOf);
  }

  /** Throws a `Broken` for what has gone without a row that says so. */
  async end(): Promise<void> {
    for (const [place, row] of this.#missing) {
      const part = place.split('/').at(-1)!;
      // Erased while the rows were being read, perhaps behind the last one.
      if (await this.#isErasedNow(row, part)) continue;
      throw new Broken(`${registrationText(row)}: the ${part} is missing, and no row erases it`);
    }
  }

  async #checkErasure(erasure: RegisterEntryRow): Promise<void> {
    const { linked_year: year, linked_number: number, part, code } = erasure;
    if (year === null || number === null || part === null)
      throw new Broken(`${registrationText(erasure)} erases nothing`);
    const place = placeOf({ year, number }, part);
    this.#erasures.set(place, erasure);
    if (this.#missing.delete(place)) return;
    // Or it was still there when its own page was read.
    const kept = await this.#db
      .selectFrom('register_particulars')
      .select('part')
      .where('year', '=', year)
      .where('number', '=', number)
      .where('part', '=', part)
      .executeTakeFirst();
    if (kept)
      throw new Broken(`${registrationText({ code, year, number })}: the ${part} is there, though it was erased`);
  }

  async #isErasedNow({ year, number }: RegisterNumber, part: string): Promise<boolean> {
    const erasure = await this.#db
      .selectFrom('register_entries')
      .select('number')
      .where('kind', '=', 'erasure')
      .where('linked_year', '=', year)
      .where('linked_number', '=', number)
      .where('part', '=', part as Part)
      .executeTakeFirst();
    return erasure !== undefined;
  }
}

const isAfter = (one: RegisterNumber, other: RegisterNumber): boolean =>
  one.year > other.year || (one.year === other.year && one.number > other.number);

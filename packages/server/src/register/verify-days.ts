import type { RegisterDayRow } from '../database/register-rows.ts';
import { dateAfter } from '../time/rome-date.ts';
import { Broken } from './broken.ts';
import { DaySummary } from './day-file.ts';
import { parts } from './entry.ts';
import { placeOf, type WholeEntry } from './read-entries.ts';
import type { VerifiedParticulars } from './verify-particulars.ts';

/** A closed day whose files lack what is no longer there; whether it was there at the time is known at the end. */
interface Incomplete {
  readonly day: RegisterDayRow;
  readonly made: Pick<RegisterDayRow, 'json_sha256' | 'csv_sha256'>;
  /** Names of the particulars that are gone. */
  readonly gone: readonly string[];
}

/** Makes every closed day anew from the rows as they come, and compares it with what was closed. */
export class VerifiedDays {
  readonly #closed: readonly RegisterDayRow[];
  readonly #particulars: VerifiedParticulars;
  readonly #incomplete: Incomplete[] = [];
  /** How many days are over and done with, and so which one the next row may belong to. */
  #at = 0;
  #summary: DaySummary | undefined;
  #gone: string[] = [];
  #head = '';
  #code = '';
  verified = 0;
  notComparable = 0;

  /** `closed`: in their order. */
  constructor(closed: readonly RegisterDayRow[], particulars: VerifiedParticulars) {
    this.#closed = closed;
    this.#particulars = particulars;
  }

  /** Throws a `Broken`. */
  add(entry: WholeEntry): void {
    const { row } = entry;
    this.#code = row.code;
    while (this.#current && this.#current.day < row.day) this.#close();
    const current = this.#current;
    if (!current) return;
    if (current.day !== row.day) throw new Broken(`${row.day} is not among the closed days, and ${current.day} is`);
    this.#summary ??= new DaySummary({ code: row.code, day: row.day }, this.#head);
    this.#summary.add(entry);
    this.#head = row.hash;
    for (const part of parts) {
      if (row[part] !== null && !entry.particulars.has(part)) this.#gone.push(placeOf(row, part));
    }
  }

  /** Closes what is left, once all erasures are known. Throws a `Broken`. */
  end(): void {
    while (this.#current) this.#close();
    for (const { day, made, gone } of this.#incomplete) {
      const asOf = { year: day.as_of_year, number: day.as_of_number };
      if (gone.some((place) => this.#particulars.isErasedAfter(place, asOf))) this.notComparable += 1;
      else compareFiles(day, made);
    }
  }

  get #current(): RegisterDayRow | undefined {
    return this.#closed[this.#at];
  }

  #close(): void {
    const day = this.#current!;
    const summary = this.#summary ?? new DaySummary({ code: this.#code, day: day.day }, this.#head);
    const { json_sha256, csv_sha256, ...sum } = summary.end();
    for (const [name, value] of Object.entries(sum)) {
      if (day[name as keyof typeof sum] !== value) throw new Broken(`${day.day} was closed with another ${name}`);
    }
    if (this.#gone.length === 0) compareFiles(day, { json_sha256, csv_sha256 });
    else this.#incomplete.push({ day, made: { json_sha256, csv_sha256 }, gone: this.#gone });
    const next = this.#closed[this.#at + 1];
    if (next && next.day !== dateAfter(day.day)) throw new Broken(`${dateAfter(day.day)} is not among the closed days`);
    this.#at += 1;
    this.verified += 1;
    this.#summary = undefined;
    this.#gone = [];
  }
}

function compareFiles(day: RegisterDayRow, made: Incomplete['made']): void {
  if (made.json_sha256 !== day.json_sha256 || made.csv_sha256 !== day.csv_sha256)
    throw new Broken(`${day.day}: its files would be others than those that were closed`);
}

import { canonicalJson } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { RegisterEntryRow } from '../database/register-rows.ts';
import type { Schema } from '../database/schema.ts';
import { writeTogether, type Write } from '../database/write-together.ts';
import { hashKey } from '../intake/key-hash.ts';
import { nextRomeDay } from '../time/rome-day.ts';
import { romeDate, startOfRomeDate } from '../time/rome-date.ts';
import { beginningOf, hashOf } from './chain.ts';
import { checkEntry, parts, registrationText, toRegistration } from './entry.ts';
import type { Act, Entry, Part, RegisterNumber, Registration } from './entry.ts';
import { sealParticulars } from './particulars.ts';
import { RegisterError } from './register-error.ts';
import { lockRegister } from './register-lock.ts';

/** What the register itself decides of a row. */
type Decided = 'year' | 'number' | 'code' | 'at' | 'day' | 'source' | 'prev' | 'hash';

/** A row that is asked for, at a time that the register may have to correct. */
type Asked = Omit<RegisterEntryRow, Decided> & { readonly at: number };

/** When an annulment or erasure is entered, in milliseconds, with who, why and by what act. */
export interface Entered extends Act, RegisterNumber {
  readonly at: number;
}

/**
 * The internal receipts register: one series of numbers per server, from 1 in every year of Europe/Rome, without gaps,
 * each row chained to the one before. It is not the official register (DPR 445/2000 art. 53) and does not claim to be.
 *
 * What it writes, it writes in the transaction that it is given, and holds a lock until that one ends: call it last.
 */
export class Register {
  readonly #code: string;

  constructor(code: string) {
    this.#code = code;
  }

  /** The same key again gives the registration that there is, whatever else the entry says. */
  async register(transaction: Transaction<Schema>, entry: Entry): Promise<Registration> {
    checkEntry(entry);
    await lockRegister(transaction);
    const earlier = await this.find(transaction, entry.key);
    if (earlier) return earlier;
    const sealed = sealParticulars(entry);
    const hashes = new Map(sealed.map(({ part, hash }) => [part, hash]));
    const asked: Asked = {
      key_hash: hashKey(entry.key),
      kind: 'registration',
      department: entry.department,
      direction: entry.direction,
      at: entry.at,
      correspondent: hashes.get('correspondent') ?? null,
      subject: hashes.get('subject') ?? null,
      files: hashes.get('files') ?? null,
      document: entry.document,
      attachments: canonicalJson(entry.attachments.map(({ sha256 }) => sha256)),
      linked_year: entry.linkedTo?.year ?? null,
      linked_number: entry.linkedTo?.number ?? null,
      part: null,
      act: null,
    };
    const row = await this.#append(transaction, asked, ({ year, number }) =>
      transaction
        .insertInto('register_particulars')
        .values(sealed.map(({ part, salt, content }) => ({ year, number, part, salt, content }))),
    );
    return toRegistration(row);
  }

  /**
   * Annuls a registration by another row (DPR 445/2000 art. 54): the first stays as it is, readable. Throws a
   * `RegisterError` when there is nothing to annul, or it was annulled before.
   */
  async annul(transaction: Transaction<Schema>, entered: Entered): Promise<Registration> {
    await lockRegister(transaction);
    const row = await requireRegistration(transaction, this.#code, entered);
    const key = `annulment of ${registrationText(row)}`;
    if (await this.find(transaction, key)) throw new RegisterError(`${registrationText(row)} is annulled already`);
    return toRegistration(await this.#append(transaction, toAct('annulment', key, row, entered)));
  }

  /**
   * Erases a part of what a registration tells of a person, by another row that says so; the chain holds without it.
   * Nothing else is erased, and nobody learns from what remains what the part was. Undefined: it has gone before.
   */
  async erase(transaction: Transaction<Schema>, entered: Entered & { part: Part }): Promise<Registration | undefined> {
    await lockRegister(transaction);
    const row = await requireRegistration(transaction, this.#code, entered);
    const { part } = entered;
    const key = `erasure of ${part} of ${registrationText(row)}`;
    if (row[part] === null || (await this.find(transaction, key))) return undefined;
    const erasure = await this.#append(transaction, { ...toAct('erasure', key, row, entered), part });
    await transaction
      .deleteFrom('register_particulars')
      .where('year', '=', row.year)
      .where('number', '=', row.number)
      .where('part', '=', part)
      .execute();
    return toRegistration(erasure);
  }

  /** Erases all that a registration tells of a person. */
  async eraseAll(transaction: Transaction<Schema>, entered: Entered): Promise<void> {
    for (const part of parts) await this.erase(transaction, { ...entered, part });
  }

  /** The registration that was made under a key. */
  async find(db: Kysely<Schema>, key: string): Promise<Registration | undefined> {
    const row = await db
      .selectFrom('register_entries')
      .selectAll()
      .where('key_hash', '=', hashKey(key))
      .executeTakeFirst();
    return row && toRegistration(row);
  }

  /** Numbers the row, corrects its time, chains it. The lock is held. `beside`: what is written with it. */
  async #append(
    transaction: Transaction<Schema>,
    asked: Asked,
    beside?: (row: RegisterEntryRow) => Write,
  ): Promise<RegisterEntryRow> {
    const last = await lastEntry(transaction);
    if (last && last.code !== this.#code)
      throw new RegisterError(`The register's code is ${last.code}, and cannot become ${this.#code}`);
    const at = Math.max(asked.at, last?.at ?? 0, await endOfClosed(transaction));
    const day = romeDate(at);
    const year = Number(day.slice(0, 4));
    const row = {
      ...asked,
      year,
      number: last?.year === year ? last.number + 1 : 1,
      code: this.#code,
      at,
      day,
      // A clock that was set back, a row that waited for others, or one that came when its day was closed.
      source: canonicalJson({ clock: 'server', ...(at > asked.at ? { behind: at - asked.at } : {}) }),
      prev: last?.hash ?? beginningOf(this.#code),
    };
    const whole = { ...row, hash: hashOf(row) };
    await writeTogether(transaction, [
      transaction.insertInto('register_entries').values(whole),
      ...(beside ? [beside(whole)] : []),
    ]);
    return whole;
  }
}

/** The register's last row. */
export const lastEntry = (db: Kysely<Schema>): Promise<RegisterEntryRow | undefined> =>
  db
    .selectFrom('register_entries')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The instant from which on rows may be entered: what is closed stays closed. */
async function endOfClosed(db: Kysely<Schema>): Promise<number> {
  const closed = await db.selectFrom('register_days').select('day').orderBy('day', 'desc').limit(1).executeTakeFirst();
  return closed ? nextRomeDay(startOfRomeDate(closed.day)) : 0;
}

async function requireRegistration(
  db: Kysely<Schema>,
  code: string,
  { year, number }: RegisterNumber,
): Promise<RegisterEntryRow> {
  const row = await db
    .selectFrom('register_entries')
    .selectAll()
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row?.kind === 'registration') return row;
  const what = row ? `is no registration but an ${row.kind}` : 'is not in the register';
  throw new RegisterError(`${registrationText({ code, year, number })} ${what}`);
}

const toAct = (
  kind: 'annulment' | 'erasure',
  key: string,
  { department, year, number }: RegisterEntryRow,
  { at, reason, operator, act }: Entered,
): Asked => ({
  key_hash: hashKey(key),
  kind,
  department,
  direction: 'internal',
  at,
  correspondent: null,
  subject: null,
  files: null,
  document: null,
  attachments: '[]',
  linked_year: year,
  linked_number: number,
  part: null,
  act: canonicalJson({ act, operator, reason }),
});

import type { OfficialNumber } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import { lockRequest } from '../requests/request-row.ts';
import type { ProtocolTask } from '../requests/seams.ts';
import { romeDate } from '../time/rome-date.ts';
import { readDepartmentRegister } from './department-registers.ts';
import { holderOf, officialOf } from './given-number.ts';
import { checkOfficialNumber, toNumberText, yearOf, type NumberProblem } from './official-number.ts';
import { ProtocolError } from './protocol-error.ts';
import type { ProtocolOutbox } from './protocol-outbox.ts';

/** A number as the protocol office types it. */
export interface TypedNumber {
  /** A task's key, or its internal number as `2026/0000123`. */
  readonly document: string;
  readonly official: OfficialNumber;
  readonly operator: string;
  /** The same request came by certified mail, too, and has its number from there: it may be older than the form. */
  readonly fromPec: boolean;
}

export interface Entered {
  readonly row: ProtocolTaskRow;
  readonly official: OfficialNumber;
  /** Typed before, the same. */
  readonly isKnown: boolean;
}

/** Enters an official number by hand. Throws a `ProtocolError` with the reason where it cannot be this document's. */
export async function enterNumber(
  db: Kysely<Schema>,
  outbox: ProtocolOutbox,
  now: number,
  { document, official: typed, operator, fromPec }: TypedNumber,
): Promise<Entered> {
  const official = { ...typed, number: toNumberText(typed.number) };
  return db.transaction().execute(async (transaction) => {
    const row = await findTask(transaction, document);
    // Before the task: whoever annuls or erases the request holds it, and wants the task next.
    await lockRequest(transaction, row.request);
    const known = officialOf(row);
    if (known && sameNumber(known, official)) return { row, official, isKnown: true };
    if (known) throw new ProtocolError(`${nameOf(row)} has the number ${officialText(known)} already`);
    requireOpen(row);
    const { registration } = JSON.parse(row.task!) as ProtocolTask;
    const { registerCode } = await readDepartmentRegister(transaction, row.department);
    const notBefore = fromPec ? undefined : romeDate(registration.at);
    const problem = checkOfficialNumber(official, { now, notBefore, registerCode });
    if (problem) throw new ProtocolError(reasons(problem, registerCode, notBefore));
    const holder = await holderOf(transaction, official, row.key);
    if (holder) throw new ProtocolError(`${officialText(official)} is the number of another document, ${holder}`);
    const given = { official, via: fromPec ? 'pec-message' : 'hand', operator };
    if (await outbox.typed(transaction, row, given)) return { row, official, isKnown: false };
    throw new ProtocolError(`${nameOf(row)} was changed by somebody else meanwhile`);
  });
}

/** The task of a key, or of an internal number with or without the register's code. */
export async function findTask(db: Kysely<Schema>, document: string): Promise<ProtocolTaskRow> {
  const [, year, number] = /(?:^|-)(\d{4})\/(\d{1,20})$/.exec(document) ?? [];
  const tasks = db.selectFrom('protocol_tasks').selectAll();
  const row = await (
    year === undefined
      ? tasks.where('key', '=', document.toLowerCase())
      : tasks.where('year', '=', Number(year)).where('number', '=', toNumberText(number!))
  ).executeTakeFirst();
  if (!row)
    throw new ProtocolError(`There is no document "${document}": expected is a key or a number as 2026/0000123`);
  return row;
}

/** `2026/0000123 (key)` */
export const nameOf = ({ year, number, key }: ProtocolTaskRow): string => `${year}/${number} (${key})`;

/** `PG 0004567 of 2026-11-20` */
export const officialText = ({ register, number, date }: OfficialNumber): string => `${register} ${number} of ${date}`;

const sameNumber = (one: OfficialNumber, other: OfficialNumber): boolean =>
  one.register === other.register && one.number === other.number && yearOf(one) === yearOf(other);

function requireOpen(row: ProtocolTaskRow): void {
  if (row.task === null) throw new ProtocolError(`${nameOf(row)} was erased`);
  if (row.state === 'annulled') throw new ProtocolError(`${nameOf(row)} was annulled before it had a number`);
  // A number typed beside one that is on its way would be a second one.
  if (row.lease !== null || (row.state === 'waiting' && row.adapter !== null))
    throw new ProtocolError(
      `${nameOf(row)} was sent to the register, which has not said whether it gave a number (${row.problem ?? 'in hand'})`,
    );
}

function reasons(problem: NumberProblem, registerCode: string | undefined, notBefore: string | undefined): string {
  return {
    'register-code': registerCode
      ? `The department's register is ${registerCode}`
      : "A register's code has 1 to 16 letters, digits, dots, hyphens or underscores",
    'number-format': 'A number has 1 to 20 digits, not all of them 0',
    'date-format': 'A date is written as 2026-11-20',
    'date-future': 'The date is in the future',
    'date-before': `The document came on ${notBefore}: an older number is only for what came by certified mail, too (--pec)`,
  }[problem];
}

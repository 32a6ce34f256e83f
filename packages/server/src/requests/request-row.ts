import type { OfficialNumber, ReceiptRegistration, RequestEvent, RequestState } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import { kindOf } from '../database/kind-of.ts';
import type { RequestRow, Schema } from '../database/schema.ts';
import type { Write } from '../database/write-together.ts';
import type { ProcedureClock } from './model/deadline.ts';
import type { RegisterNumber } from '../register/entry.ts';

export const readRequest = (db: Kysely<Schema>, id: string): Promise<RequestRow | undefined> =>
  db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();

/** The row, which nobody else changes until the transaction ends. The embedded database has one writer anyway. */
export async function lockRequest(transaction: Transaction<Schema>, id: string): Promise<RequestRow | undefined> {
  const query = transaction.selectFrom('requests').selectAll().where('id', '=', id);
  return (kindOf(transaction) === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

export const requestChange = (db: Kysely<Schema>, id: string, values: Partial<RequestRow>): Write =>
  db.updateTable('requests').set(values).where('id', '=', id);

export async function changeRequest(db: Kysely<Schema>, id: string, values: Partial<RequestRow>): Promise<void> {
  await requestChange(db, id, values).execute();
}

/** What happened, for the timeline. `operator` is never shown to the applicant. */
export interface Happening {
  readonly at: number;
  readonly event: RequestEvent;
  readonly note?: string | undefined;
  readonly register?: ReceiptRegistration | undefined;
  readonly official?: OfficialNumber | undefined;
  readonly operator?: string | undefined;
}

/** Adds to the timeline; the request's row is locked, or new. */
export async function addEvent(db: Kysely<Schema>, request: string, happening: Happening): Promise<void> {
  await eventInsert(db, request, happening).execute();
}

/** The write that adds to the timeline. */
export function eventInsert(db: Kysely<Schema>, request: string, happening: Happening): Write {
  const { at, event, note, register, official, operator } = happening;
  return db.insertInto('request_events').values((eb) => ({
    request,
    seq: eb
      .selectFrom('request_events')
      .select(({ fn, lit }) => eb(fn.coalesce(fn.max('seq'), lit(0)), '+', 1).as('next'))
      .where('request', '=', request),
    at,
    event,
    note: note ?? null,
    register: register ? JSON.stringify(register) : null,
    official: official ? JSON.stringify(official) : null,
    operator: operator ?? null,
  }));
}

export const stateOf = (row: RequestRow): RequestState => row.state as RequestState;

/** Undefined until it is registered. */
export const clockOf = ({ deadline, suspended_at: suspendedAt, was_suspended: was }: RequestRow) =>
  deadline === null ? undefined : { deadline, suspendedAt, wasSuspended: was === 1 };

export const clockColumns = ({ deadline, suspendedAt, wasSuspended }: ProcedureClock) => ({
  deadline,
  suspended_at: suspendedAt,
  was_suspended: wasSuspended ? 1 : 0,
});

/** The registration as a receipt tells it: provisional until an official register has given its number. */
export function registrationOf(row: RequestRow): ReceiptRegistration | undefined {
  if (row.register_code === null) return undefined;
  return {
    code: row.register_code,
    year: row.register_year!,
    number: row.register_number!,
    status: row.annulled === 1 ? 'annulled' : row.official === null ? 'provisional' : 'registered',
  };
}

/** Its row in the register. */
export const numberOf = (row: RequestRow): RegisterNumber | undefined =>
  row.register_number === null ? undefined : { year: row.register_year!, number: Number(row.register_number) };

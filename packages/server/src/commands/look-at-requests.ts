import type { ReceiptRegistration } from '@cmto/contract';
import { requestStates } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { RequestRow, Schema } from '../database/schema.ts';
import { readDocument } from '../documents/document-store.ts';
import type { Correspondent } from '../register/entry.ts';
import { markAnnulled } from '../requests/model/mark-annulled.ts';
import { deadlineAt } from '../requests/model/deadline.ts';
import { isPending } from '../requests/model/state-machine.ts';
import { isErasureAsked } from '../requests/request-erasure.ts';
import { clockOf, registrationOf, stateOf } from '../requests/request-row.ts';
import { toInstant } from '../surveys/definition.ts';
import { usageError, type CommandContext } from './command.ts';
import { findRequest } from './find-request.ts';

/** `request list [--state STATE]`: by deadline, those without one first. */
export async function listRequests({ database: { db }, say, now }: CommandContext, state?: string): Promise<void> {
  if (state !== undefined && !(requestStates as readonly string[]).includes(state))
    throw usageError(`--state is one of ${requestStates.join(', ')}`);
  const all = db.selectFrom('requests').selectAll();
  const rows = await (state === undefined ? all : all.where('state', '=', state))
    .orderBy((eb) => eb.fn.coalesce('deadline', eb.lit(0)))
    .orderBy('id')
    .execute();
  if (rows.length === 0) say('There are no requests.');
  for (const row of rows)
    say(`${nameOf(row)}  ${row.state}  ${row.slug}  ${deadlineText(row, now())}${await wishText(row)}`);

  async function wishText(row: RequestRow): Promise<string> {
    return (await isErasureAsked(db, row)) ? '  asks to be erased' : '';
  }
}

/** `request show REQUEST`: what was sent and what has happened, with who did it. */
export async function showRequest({ database: { db }, say, now }: CommandContext, typed: string): Promise<void> {
  const row = await findRequest(db, typed);
  const { kind, name, taxCode } = JSON.parse(row.applicant) as Correspondent;
  say(`${nameOf(row)}  ${row.id}`);
  say(
    `${row.slug}  ${row.department}  ${row.state}${row.formal === 1 ? '  istanza' : ''}  ${deadlineText(row, now())}`,
  );
  say(`from: ${name} (${kind})${taxCode === undefined ? '' : `, ${taxCode}`}`);
  await sayIdentity(db, row, say);
  say(`subject: ${row.subject}`);
  const response = await db.selectFrom('responses').select('content').where('id', '=', row.id).executeTakeFirst();
  if (response) say(JSON.stringify((JSON.parse(response.content) as { answers: object }).answers, null, 2));
  await sayHappenings(db, row, say);
}

/** What has happened, then what was written; a number that is out of force says so wherever it stands. */
async function sayHappenings(db: Kysely<Schema>, row: RequestRow, say: CommandContext['say']): Promise<void> {
  const events = await db
    .selectFrom('request_events')
    .selectAll()
    .where('request', '=', row.id)
    .orderBy('seq')
    .execute();
  const written = await db
    .selectFrom('request_messages')
    .selectAll()
    .where('request', '=', row.id)
    .orderBy('at')
    .execute();
  const messages = written.map((message) => ({ ...message, register: readRegister(message.register) }));
  const happened = events.map((event) => ({ ...event, register: readRegister(event.register) }));
  for (const { at, event, register, operator, note } of markAnnulled(happened, [
    { register: registrationOf(row) },
    ...messages,
  ]))
    say(lineOf(toInstant(at), event, registerText(register), operator, note));
  for (const { at, sender, kind, register, text } of messages)
    say(lineOf(toInstant(at), `${sender}: ${kind}`, registerText(register), text));
}

const lineOf = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join('  ');

const readRegister = (stored: string | null): ReceiptRegistration | undefined =>
  stored === null ? undefined : (JSON.parse(stored) as ReceiptRegistration);

const registerText = (register: ReceiptRegistration | undefined): string =>
  register
    ? `${register.code}-${register.year}/${register.number}${register.status === 'annulled' ? ' (annulled)' : ''}`
    : '';

/** How it is known whose request it is; nothing where nobody was asked. */
async function sayIdentity(db: Kysely<Schema>, { id }: RequestRow, say: CommandContext['say']): Promise<void> {
  const signedIn = (await readDocument(db, id))?.document.signedIn;
  if (signedIn) say(`signed in: ${signedIn.givenName} ${signedIn.familyName}, ${signedIn.taxCode}, with SPID or CIE`);
  const confirmed = await db
    .selectFrom('request_events')
    .select('at')
    .where('request', '=', id)
    .where('event', '=', 'confirmed')
    .executeTakeFirst();
  if (!confirmed) return;
  const contact = await db.selectFrom('request_contacts').select('email').where('key', '=', id).executeTakeFirst();
  say(`e-mail confirmed: ${contact?.email ?? '-'}, ${toInstant(confirmed.at)}`);
}

const nameOf = (row: RequestRow): string => registerText(registrationOf(row)) || row.id;

function deadlineText(row: RequestRow, now: number): string {
  const clock = clockOf(row);
  if (!clock || !isPending(stateOf(row))) return '';
  const deadline = deadlineAt(clock, now);
  return `${now >= deadline ? 'OVERDUE since' : 'due before'} ${toInstant(deadline)}`;
}

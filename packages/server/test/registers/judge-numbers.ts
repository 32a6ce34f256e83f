import type { OfficialNumber } from '@cmto/contract';
import type { Database } from '@cmto/server';
import type { OfficialRegister } from '../support/official-register.ts';
import type { SmtpOffice } from '../support/smtp-office.ts';
import type { Applied } from './applicants.ts';

export interface Evidence {
  readonly database: Database;
  readonly office: OfficialRegister;
  readonly mailbox: SmtpOffice;
  readonly applied: readonly Applied[];
}

/** What is wrong: each request has one number, or one message, or the internal number alone; none is lost, none twice. */
export async function judgeNumbers({ database: { db }, office, mailbox, applied }: Evidence): Promise<string[]> {
  const wrong: string[] = [];
  const tasks = new Map((await db.selectFrom('protocol_tasks').selectAll().execute()).map((row) => [row.key, row]));
  const requests = new Map((await db.selectFrom('requests').selectAll().execute()).map((row) => [row.id, row]));
  for (const { key, number, via } of applied) {
    const [task, request] = [tasks.get(key), requests.get(key)];
    if (!task || !request) {
      wrong.push(`${key} is lost`);
      continue;
    }
    if (request.register_number !== number) wrong.push(`${key} was told ${number} and has ${request.register_number}`);
    const state = { webhook: 'registered', pec: 'office', embedded: 'internal' }[via];
    if (task.state !== state) wrong.push(`${key} (${via}) is ${task.state}: ${task.problem}`);
    const given = office.numbers.get(key) as { number: string; date: string } | undefined;
    const official = request.official === null ? undefined : (JSON.parse(request.official) as OfficialNumber);
    if (via === 'webhook' && (given?.number !== official?.number || task.official_number !== official?.number))
      wrong.push(
        `${key} was given ${given?.number}, its task has ${task.official_number}, it tells ${official?.number}`,
      );
    if (via !== 'webhook' && official) wrong.push(`${key} (${via}) tells ${official.number}, which nobody gave`);
  }
  const posted = applied.filter(({ via }) => via === 'webhook').length;
  if (office.given !== posted) wrong.push(`the register gave ${office.given} numbers to ${posted} requests`);
  wrong.push(...judgeMessages(mailbox, applied));
  const numbers = applied.map(({ number }) => Number(number)).sort((one, other) => one - other);
  if (numbers.some((number, at) => number !== at + 1)) wrong.push('the internal numbers are not 1 to n');
  if (tasks.size !== applied.length) wrong.push(`${applied.length} were sent, ${tasks.size} are there`);
  return wrong;
}

/** Certified mail may come again, as the same message: one Message-ID for each key, and one key for each. */
function judgeMessages(mailbox: SmtpOffice, applied: readonly Applied[]): string[] {
  const wrong: string[] = [];
  const ids = new Map<string, Set<string>>();
  for (const { email } of mailbox.arrived) {
    const key = email.headers.find((header) => header.key === 'x-cmto-key')?.value ?? '';
    ids.set(key, (ids.get(key) ?? new Set()).add(email.messageId ?? ''));
  }
  const expected = applied.filter(({ via }) => via === 'pec');
  for (const { key } of expected) if (!ids.has(key)) wrong.push(`${key} came to no mailbox`);
  for (const [key, own] of ids) if (own.size !== 1) wrong.push(`${key} came as ${own.size} messages`);
  if (ids.size !== expected.length) wrong.push(`${ids.size} keys came to the mailbox, not ${expected.length}`);
  return wrong;
}

import { allContributions, type WholeContribution } from '../contributions/contribution-table.ts';
import { toInstant } from '../surveys/definition.ts';
import { romeDate } from '../time/rome-date.ts';
import { shorten } from '../requests/model/applicant.ts';
import type { CommandContext } from './command.ts';
import { checkState, findConsultation, findContribution } from './find-consultation.ts';

/** `contribution list SLUG [--state STATE]`: those with an appeal are marked. */
export async function listContributions(
  { database: { db }, say }: CommandContext,
  slug: string,
  state: string | undefined,
): Promise<void> {
  checkState(state);
  const consultation = await findConsultation(db, slug);
  let count = 0;
  for await (const contribution of allContributions(db, consultation, { state })) {
    count += 1;
    say(lineOf(contribution));
  }
  if (count === 0) say('There are no contributions.');
}

function lineOf({ row, parts, answer }: WholeContribution): string {
  const doubts = JSON.parse(row.flags) as string[];
  return [
    row.public_id,
    row.state,
    romeDate(row.received_at),
    row.section ?? row.topic ?? '-',
    ...(doubts.length > 0 ? [`(${doubts.join(', ')})`] : []),
    ...(row.appealed === 1 && row.state === 'refused' ? ['APPEAL'] : []),
    ...(answer ? [answer.outcome] : []),
    shorten(parts.title ?? parts.text, 60),
  ].join('  ');
}

/** `contribution show SLUG ID`: what was sent and what has happened, with who did it. */
export async function showContribution(
  { database: { db }, say }: CommandContext,
  slug: string,
  typed: string,
): Promise<void> {
  await findConsultation(db, slug);
  const row = await findContribution(db, slug, typed);
  const response = await db.selectFrom('responses').select('content').where('id', '=', row.id).executeTakeFirst();
  const { answers, target } = JSON.parse(response?.content ?? '{}') as { answers?: object; target?: object };
  say(`${row.public_id}  ${row.state}  ${row.agreements} agree`);
  if (row.flags !== '[]') say(`doubts: ${(JSON.parse(row.flags) as string[]).join(', ')}`);
  if (row.register) {
    const { code, year, number } = JSON.parse(row.register) as { code: string; year: number; number: string };
    say(`register: ${code}-${year}/${number}`);
  }
  say(JSON.stringify({ target, answers }, null, 2));
  const events = await db
    .selectFrom('contribution_events')
    .selectAll()
    .where('contribution', '=', row.id)
    .orderBy('seq')
    .execute();
  for (const { at, event, reason, note, operator } of events)
    say([toInstant(at), event, reason ?? '', operator ?? '', note ?? ''].filter((part) => part !== '').join('  '));
  const messages = await db
    .selectFrom('request_messages')
    .select(['at', 'kind', 'text'])
    .where('request', '=', row.id)
    .orderBy('at')
    .execute();
  for (const { at, kind, text } of messages) say(`${toInstant(at)}  author: ${kind}  ${text ?? ''}`);
}

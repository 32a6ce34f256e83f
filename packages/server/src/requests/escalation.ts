import type { EscalationLevel } from '@cmto/contract';
import { escalationLevels } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { RequestRow, Schema } from '../database/schema.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import { deadlineAt, levelsDue } from './model/deadline.ts';
import { isPending, pendingStates } from './model/state-machine.ts';
import { addEvent, changeRequest, clockOf, lockRequest, stateOf } from './request-row.ts';

/** The mailbox of a level; undefined where nobody has named one: that its day has come is recorded, and that nobody was told. */
export type MailboxOf = (level: EscalationLevel, department: string) => string | undefined;

export interface EscalationOptions {
  readonly db: Kysely<Schema>;
  readonly mail: MailQueue;
  readonly mailboxOf: MailboxOf;
  readonly now: () => number;
}

/** One level whose day has come for one request; told where it has a mailbox. */
export interface Escalated {
  readonly request: string;
  readonly level: EscalationLevel;
  readonly mailbox: string | undefined;
}

/**
 * Tells whoever is due to be told, and records it. Any number of servers may do this at once: each level of a request is
 * told by one of them.
 */
export async function escalate({ db, mail, mailboxOf, now }: EscalationOptions): Promise<Escalated[]> {
  const at = now();
  const told: Escalated[] = [];
  for (const id of await overdue(db, at)) {
    await db.transaction().execute(async (transaction) => {
      // Looked at again under the lock: somebody may have closed it, or told them, meanwhile.
      const request = await lockRequest(transaction, id);
      const due = request ? dueLevels(request, at) : [];
      if (!request || due.length === 0) return;
      const deadline = deadlineAt(clockOf(request)!, at);
      for (const level of due) {
        const mailbox = mailboxOf(level, request.department);
        // The applicant reads the note: it names nobody who was not told.
        await addEvent(transaction, id, { at, event: 'escalated', ...(mailbox === undefined ? {} : { note: level }) });
        if (mailbox !== undefined) {
          const order = { key: id, template: 'escalation', language: 'it', data: { level, deadline }, office: mailbox };
          await mail.enqueue(transaction, { ...order, template: 'escalation', id: `escalation ${level} ${id}` });
        }
        told.push({ request: id, level, mailbox });
      }
      await changeRequest(transaction, id, { escalated: request.escalated + due.length });
    });
  }
  return told;
}

const dueLevels = (request: RequestRow, at: number): EscalationLevel[] => {
  const clock = clockOf(request);
  if (!clock || !isPending(stateOf(request))) return [];
  return escalationLevels.slice(request.escalated, levelsDue(clock, at));
};

/** Requests that may be due: by the deadline without the suspension, which only moves it on. */
async function overdue(db: Kysely<Schema>, at: number): Promise<string[]> {
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('state', 'in', pendingStates)
    .where('deadline', '<=', at)
    .where('escalated', '<', escalationLevels.length)
    .orderBy('deadline')
    .execute();
  return rows.filter((request) => dueLevels(request, at).length > 0).map(({ id }) => id);
}

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/**
 * The key of the task due longest, but what was added to a request only once it is known what became of the request
 * itself: it is to be linked to it.
 */
export const dueTask = (db: Kysely<Schema>, now: number) =>
  db
    .selectFrom('protocol_tasks as due')
    .select('due.key')
    .where('due.state', '=', 'waiting')
    .where('due.due_at', '<=', now)
    .where((eb) =>
      eb.or([
        eb('due.key', '=', eb.ref('due.request')),
        eb.not(
          eb.exists(
            eb
              .selectFrom('protocol_tasks as first')
              .select('first.key')
              .whereRef('first.key', '=', 'due.request')
              .where('first.state', 'in', ['waiting', 'failed']),
          ),
        ),
      ]),
    )
    .orderBy('due.due_at')
    .orderBy('due.key')
    .limit(1);

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/**
 * Forgets what the tasks of a request tell of a person, in the transaction that erases it. The numbers that were given
 * stay, since the official register has them.
 */
export async function forgetTasks(db: Kysely<Schema>, request: string): Promise<void> {
  await db.updateTable('protocol_tasks').set({ task: null, lease: null }).where('request', '=', request).execute();
  await db
    .updateTable('protocol_tasks')
    .set({ state: 'erased' })
    .where('request', '=', request)
    .where('state', 'in', ['waiting', 'office', 'failed'])
    .execute();
}

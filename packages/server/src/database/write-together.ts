import { ExpressionWrapper, sql, type Kysely, type OperationNodeSource } from 'kysely';
import { kindOf } from './kind-of.ts';
import type { Schema } from './schema.ts';

/** An insert, update or delete of which nobody needs to know what it did. */
export interface Write extends OperationNodeSource {
  execute(): Promise<unknown>;
}

/**
 * Runs writes that do not see what each other write, all or none. To PostgreSQL they go in one message: on a busy
 * machine a transaction takes as long as its ways there and back, and others wait for what it has locked.
 */
export async function writeTogether(transaction: Kysely<Schema>, writes: readonly Write[]): Promise<void> {
  if (kindOf(transaction) === 'postgres') {
    const parts = writes.map(
      (write, at) => sql`${sql.ref(`write_${at}`)} as (${new ExpressionWrapper(write.toOperationNode())})`,
    );
    await sql`with ${sql.join(parts)} select`.execute(transaction);
    return;
  }
  for (const write of writes) await write.execute();
}

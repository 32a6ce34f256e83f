import type { ContributionEvent } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { ContributionRow } from '../database/contribution-rows.ts';
import { kindOf } from '../database/kind-of.ts';
import type { Schema } from '../database/schema.ts';
import type { Write } from '../database/write-together.ts';

export const readContribution = (db: Kysely<Schema>, id: string): Promise<ContributionRow | undefined> =>
  db.selectFrom('contributions').selectAll().where('id', '=', id).executeTakeFirst();

/** The row, by its key, which nobody else changes until the transaction ends. The embedded database has one writer anyway. */
export async function lockContribution(
  transaction: Transaction<Schema>,
  id: string,
): Promise<ContributionRow | undefined> {
  const query = transaction.selectFrom('contributions').selectAll().where('id', '=', id);
  return (kindOf(transaction) === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
}

export async function changeContribution(
  db: Kysely<Schema>,
  id: string,
  values: Partial<ContributionRow>,
): Promise<void> {
  await db.updateTable('contributions').set(values).where('id', '=', id).execute();
}

/** An act on a contribution. `operator` is never shown to its author. */
export interface ContributionAct {
  readonly at: number;
  readonly event: ContributionEvent;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly operator?: string | undefined;
}

/** The write that adds to the history; the contribution's row is locked, or new. */
export function actInsert(db: Kysely<Schema>, contribution: string, act: ContributionAct): Write {
  const { at, event, reason, note, operator } = act;
  return db.insertInto('contribution_events').values((eb) => ({
    contribution,
    seq: eb
      .selectFrom('contribution_events')
      .select(({ fn, lit }) => eb(fn.coalesce(fn.max('seq'), lit(0)), '+', 1).as('next'))
      .where('contribution', '=', contribution),
    at,
    event,
    reason: reason ?? null,
    note: note ?? null,
    operator: operator ?? null,
  }));
}

/** Erases what a contribution tells beyond its submission; answers given to many stay. */
export async function eraseContributionRows(db: Kysely<Schema>, id: string): Promise<void> {
  const row = await readContribution(db, id);
  if (!row) return;
  await db.deleteFrom('endorsements').where('contribution', '=', row.public_id).execute();
  await db.deleteFrom('contribution_events').where('contribution', '=', id).execute();
  await db.deleteFrom('output_inputs').where('contribution', '=', id).execute();
  await db.deleteFrom('contribution_positions').where('contribution', '=', id).execute();
  await db.deleteFrom('contributions').where('id', '=', id).execute();
}

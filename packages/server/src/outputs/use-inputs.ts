import type { Kysely } from 'kysely';
import { ContributionError } from '../contributions/contribution-error.ts';
import type { Schema } from '../database/schema.ts';

/** That an output used contributions of one consultation, which are named by their public ids. */
export interface Use {
  readonly slug: string;
  readonly contributions: readonly string[];
  readonly output: string;
  /** Of the output; the one said last stands. */
  readonly part?: string | undefined;
  readonly operator: string;
  /** Milliseconds. */
  readonly at: number;
}

/** All of them or none. Throws a `ContributionError` where one, or the output, is not there, or is not public. */
export async function useInputs(db: Kysely<Schema>, use: Use): Promise<void> {
  const { slug, contributions, output, part = null, operator, at } = use;
  await db.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('outputs').select('id').where('id', '=', output).executeTakeFirst();
    if (!known) throw new ContributionError(`there is no output “${output}”: output add …`);
    const rows = await transaction
      .selectFrom('contributions')
      .select(['id', 'public_id', 'state'])
      .where('slug', '=', slug)
      .where('public_id', 'in', [...contributions])
      .execute();
    const states = new Map(rows.map((row) => [row.public_id, row.state]));
    const faults = contributions.flatMap((id) => {
      const state = states.get(id);
      if (state === 'published') return [];
      return [state === undefined ? `${id}: ${slug} has no contribution of this name` : `${id}: is ${state}`];
    });
    if (faults.length > 0) throw new ContributionError(faults.join('\n'));
    await transaction
      .insertInto('output_inputs')
      .values(rows.map(({ id }) => ({ output, contribution: id, part, at, operator })))
      .onConflict((conflict) => conflict.columns(['output', 'contribution']).doUpdateSet({ part, at, operator }))
      .execute();
  });
}

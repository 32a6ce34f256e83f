import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** Outcomes after which nobody waits for a contribution to be used. */
const ended = ['not-accepted', 'not-pertinent'];

/**
 * Published contributions of a consultation that no output has used, and that the office has not answered with a no:
 * dead ends for whoever sent them, until one does.
 */
export const unusedOf = (db: Kysely<Schema>, slug: string) =>
  db
    .selectFrom('contributions')
    .leftJoin('contribution_answers', 'contribution_answers.id', 'contributions.answer')
    .where('contributions.slug', '=', slug)
    .where('contributions.state', '=', 'published')
    .where(({ eb, or }) => or([eb('outcome', 'is', null), eb('outcome', 'not in', ended)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('output_inputs').select('output').whereRef('output_inputs.contribution', '=', 'contributions.id'),
        ),
      ),
    );

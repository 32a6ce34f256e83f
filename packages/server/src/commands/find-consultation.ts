import type { Kysely } from 'kysely';
import { contributionStates } from '@cmto/contract/schemas';
import type { ContributionRow } from '../database/contribution-rows.ts';
import type { Schema } from '../database/schema.ts';
import { isConsultation, readPublished, type PublishedConsultation } from '../surveys/published-survey.ts';
import { CommandError, usageError } from './command.ts';

/** The consultation of that name. */
export async function findConsultation(db: Kysely<Schema>, slug: string): Promise<PublishedConsultation> {
  const published = await readPublished(db, slug);
  if (!isConsultation(published)) throw new CommandError(`There is no published consultation "${slug}"`);
  return published;
}

/** The contribution that a person names by its public id. */
export async function findContribution(db: Kysely<Schema>, slug: string, typed: string): Promise<ContributionRow> {
  const row = await db
    .selectFrom('contributions')
    .selectAll()
    .where('slug', '=', slug)
    .where('public_id', '=', typed.toUpperCase())
    .executeTakeFirst();
  if (!row) throw new CommandError(`${slug} has no contribution ${typed}`);
  return row;
}

export function checkState(state: string | undefined): void {
  if (state !== undefined && !(contributionStates as readonly string[]).includes(state))
    throw usageError(`--state is one of ${contributionStates.join(', ')}`);
}

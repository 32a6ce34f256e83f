import { slugSchema } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** What signing in has to know of a service. */
export interface SignInService {
  readonly department: string;
  /** What the service asks for. */
  readonly identity: string;
}

/** The published service of this name. */
export async function findSignInService(db: Kysely<Schema>, slug: string): Promise<SignInService | undefined> {
  // Also what PostgreSQL takes for no text.
  if (!slugSchema.safeParse(slug).success) return undefined;
  return db
    .selectFrom('surveys')
    .select(['department', 'identity'])
    .where('slug', '=', slug)
    .where('kind', '=', 'service')
    .where('published', '=', 1)
    .executeTakeFirst();
}

import type { Consultation } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

/** The published versions of a consultation, by number, as they were imported; `current`: the newest not withdrawn. */
export interface ConsultationVersions {
  readonly all: ReadonlyMap<number, Consultation>;
  readonly current: Consultation | undefined;
}

/** Reads them in the caller's transaction, which may know more than what is served. */
export async function readVersions(db: Kysely<Schema>, slug: string): Promise<ConsultationVersions> {
  const rows = await db
    .selectFrom('survey_versions')
    .select(['version', 'state', 'content'])
    .where('survey_slug', '=', slug)
    .where('state', '!=', 'draft')
    .orderBy('version')
    .execute();
  const all = new Map(
    rows.map(({ version, content }) => [version, { ...(JSON.parse(content) as Consultation), version }]),
  );
  const newest = rows.findLast(({ state }) => state === 'published')?.version;
  return { all, current: newest === undefined ? undefined : all.get(newest) };
}

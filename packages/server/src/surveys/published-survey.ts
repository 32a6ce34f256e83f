import type { Form, Survey } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema, SurveyRow, SurveyVersionRow } from '../database/schema.ts';
import { Representation } from '../http/representation.ts';
import { joinDefinition } from './definition.ts';

/** A version that was published once: what is served of it, and what answers are judged by. */
export interface PublishedVersion {
  readonly version: number;
  readonly withdrawn: boolean;
  readonly definition: Survey;
  readonly form: Form;
  readonly representation: Representation;
}

/** A survey of which a version has been published, with all its versions. */
export interface PublishedSurvey {
  readonly slug: string;
  readonly department: string;
  readonly opensAt: number | undefined;
  readonly closesAt: number | undefined;
  readonly graceMinutes: number;
  readonly anonymous: boolean;
  readonly versions: ReadonlyMap<number, PublishedVersion>;
  /** The version served without `?version=`: the newest not withdrawn. */
  readonly current: PublishedVersion;
}

export async function readPublishedSurvey(db: Kysely<Schema>, slug: string): Promise<PublishedSurvey | undefined> {
  const row = await db
    .selectFrom('surveys')
    .selectAll()
    .where('slug', '=', slug)
    .where('published', '=', 1)
    .executeTakeFirst();
  if (!row) return undefined;
  const rows = await db
    .selectFrom('survey_versions')
    .selectAll()
    .where('survey_slug', '=', slug)
    .where('state', '!=', 'draft')
    .orderBy('version')
    .execute();
  return toPublishedSurvey(row, rows);
}

function toPublishedSurvey(row: SurveyRow, rows: readonly SurveyVersionRow[]): PublishedSurvey {
  const versions = new Map(rows.map((version) => [version.version, toPublishedVersion(row, version)]));
  const served = [...versions.values()];
  return {
    slug: row.slug,
    department: row.department,
    opensAt: row.opens_at ?? undefined,
    closesAt: row.closes_at ?? undefined,
    graceMinutes: row.grace_minutes ?? 0,
    anonymous: row.attribution === 'anonymous',
    versions,
    // Withdrawing refuses the last one standing.
    current: served.findLast(({ withdrawn }) => !withdrawn) ?? served.at(-1)!,
  };
}

function toPublishedVersion(survey: SurveyRow, { version, state, content }: SurveyVersionRow): PublishedVersion {
  const definition = joinDefinition(survey, version, content);
  return {
    version,
    withdrawn: state === 'withdrawn',
    definition,
    form: definition.form,
    representation: new Representation(JSON.stringify(definition)),
  };
}

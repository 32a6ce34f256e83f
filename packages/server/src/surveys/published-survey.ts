import type { Consultation, Form, Service, Survey } from '@cmto/contract';
import type { Kysely } from 'kysely';
import type { Schema, SurveyRow, SurveyVersionRow } from '../database/schema.ts';
import { Representation } from '../http/representation.ts';
import { joinDefinition, type Definition, type DefinitionKind } from './definition.ts';

/** A version that was published once: what is served of it, and what answers are judged by. */
export interface PublishedVersion<Kind = Definition> {
  readonly version: number;
  readonly withdrawn: boolean;
  readonly definition: Kind;
  readonly form: Form;
  readonly representation: Representation;
}

/** A survey, service or consultation of which a version has been published, with all its versions. */
export interface Published<Kind = Definition> {
  readonly kind: DefinitionKind;
  readonly slug: string;
  readonly department: string;
  readonly opensAt: number | undefined;
  readonly closesAt: number | undefined;
  readonly graceMinutes: number;
  readonly anonymous: boolean;
  readonly versions: ReadonlyMap<number, PublishedVersion<Kind>>;
  /** The version served without `?version=`: the newest not withdrawn. */
  readonly current: PublishedVersion<Kind>;
}

export type PublishedSurvey = Published<Survey>;
export type PublishedService = Published<Service>;
export type PublishedConsultation = Published<Consultation>;

export const isSurvey = (published: Published | undefined): published is PublishedSurvey =>
  published?.kind === 'survey';
export const isService = (published: Published | undefined): published is PublishedService =>
  published?.kind === 'service';
export const isConsultation = (published: Published | undefined): published is PublishedConsultation =>
  published?.kind === 'consultation';

export async function readPublishedSurvey(db: Kysely<Schema>, slug: string): Promise<PublishedSurvey | undefined> {
  const published = await readPublished(db, slug);
  return isSurvey(published) ? published : undefined;
}

export async function readPublished(db: Kysely<Schema>, slug: string): Promise<Published | undefined> {
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
  return toPublished(row, rows);
}

function toPublished(row: SurveyRow, rows: readonly SurveyVersionRow[]): Published {
  const versions = new Map(rows.map((version) => [version.version, toPublishedVersion(row, version)]));
  const served = [...versions.values()];
  return {
    kind: row.kind as DefinitionKind,
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

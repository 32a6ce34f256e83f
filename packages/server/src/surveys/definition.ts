import {
  consultationOfFile,
  serviceOfFile,
  type Consultation,
  type ConsultationFile,
  type Service,
  type ServiceFile,
  type Survey,
  type SurveyFile,
} from '@cmto/contract';
import type { SurveyRow } from '../database/schema.ts';

/** What a slug names. */
export type DefinitionKind = 'survey' | 'service' | 'consultation';

/** A definition of any kind, as it is served. */
export type Definition = Survey | Service | Consultation;

/** A definition file with its shorthands spelt out, without the version number, which is the server's to give. */
export type SurveyContent = Omit<Survey, 'version'>;
export type ServiceContent = Omit<Service, 'version'>;
export type ConsultationContent = Omit<Consultation, 'version'>;
export type DefinitionContent = SurveyContent | ServiceContent | ConsultationContent;

/** Spells out `identity: "anonymous"` and the defaults: open to all, no identity, anonymous. */
export function toContent({ version: _, access, identity, attribution, ...rest }: SurveyFile): SurveyContent {
  return {
    ...rest,
    access: access ?? 'open',
    identity: identity === 'anonymous' ? 'none' : (identity ?? 'none'),
    attribution: attribution ?? 'anonymous',
  };
}

export function toServiceContent(file: ServiceFile): ServiceContent {
  const { version: _, ...content } = serviceOfFile(file, 1);
  return content;
}

export function toConsultationContent(file: ConsultationFile): ConsultationContent {
  const { version: _, ...content } = consultationOfFile(file, 1);
  return content;
}

/** What holds for the definition as a whole, as its row keeps it. */
export function toTerms(content: DefinitionContent): Omit<SurveyRow, 'slug' | 'kind' | 'published'> {
  return {
    department: content.department,
    opens_at: toMilliseconds(content.opensAt),
    closes_at: toMilliseconds(content.closesAt),
    grace_minutes: content.graceMinutes ?? null,
    access: content.access,
    identity: content.identity,
    attribution: content.attribution,
    results: 'results' in content && content.results ? JSON.stringify(content.results) : null,
  };
}

const toMilliseconds = (instant: string | undefined): number | null => (instant ? Date.parse(instant) : null);

/** The definition served: a version's texts and form with the survey's terms of today. */
export function joinDefinition(row: SurveyRow, version: number, content: string): Definition {
  const {
    form,
    opensAt: _,
    closesAt: __,
    graceMinutes: ___,
    results: ____,
    ...rest
  } = JSON.parse(content) as SurveyContent;
  return {
    ...rest,
    slug: row.slug,
    version,
    department: row.department,
    ...(row.opens_at === null ? {} : { opensAt: toInstant(row.opens_at) }),
    ...(row.closes_at === null ? {} : { closesAt: toInstant(row.closes_at) }),
    ...(row.grace_minutes === null ? {} : { graceMinutes: row.grace_minutes }),
    access: row.access as Survey['access'],
    identity: row.identity as Survey['identity'],
    attribution: row.attribution as Survey['attribution'],
    ...(row.results === null ? {} : { results: JSON.parse(row.results) as NonNullable<Survey['results']> }),
    form,
  };
}

/** RFC 3339 in UTC; without milliseconds where there are none. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

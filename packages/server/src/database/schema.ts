/** Tables as both databases hold them: times are integer milliseconds, JSON is text, booleans are 0 or 1, ids are text. */
export interface Schema {
  departments: DepartmentRow;
  surveys: SurveyRow;
  survey_versions: SurveyVersionRow;
  survey_counts: SurveyCountRow;
  survey_results: SurveyResultsRow;
  responses: ResponseRow;
  tombstones: TombstoneRow;
  attachments: AttachmentRow;
  catalogue: CatalogueRow;
}

export interface DepartmentRow {
  id: string;
  name: string;
  /** JSON array of origins whose pages may use the department's resources. */
  allowed_origins: string;
  /** 1 where pages without an origin (`Origin: null`, a sandboxed frame) may use public surveys. */
  allow_null_origin: number;
}

/** What holds for a survey as a whole; its texts and form are in the versions. */
export interface SurveyRow {
  slug: string;
  department: string;
  /** 0 until a version is published. */
  published: number;
  opens_at: number | null;
  closes_at: number | null;
  grace_minutes: number | null;
  access: string;
  identity: string;
  attribution: string;
  /** JSON of the definition's `results`, or null. */
  results: string | null;
}

export interface SurveyVersionRow {
  survey_slug: string;
  version: number;
  /** `draft`, `published` or `withdrawn`. */
  state: string;
  /** The definition file as imported, shorthands spelt out, as RFC 8785 JSON without `version`. */
  content: string;
}

/** How many answers a survey has: only ever grows with a batch, so that nobody has to count rows. */
export interface SurveyCountRow {
  survey_slug: string;
  responses: number;
}

/** The last batch of published aggregates. */
export interface SurveyResultsRow {
  survey_slug: string;
  responses: number;
  /** JSON, ready to serve. */
  body: string;
}

export interface ResponseRow {
  /** The submission's key. Random, and what the table is ordered by. */
  id: string;
  survey_slug: string;
  form_version: number;
  /** The JSON that `content_hash` is the hash of: kind, slug, version, answers, attachments, target. */
  content: string;
  content_hash: string;
  /** Hash of the receipt code, which itself is nowhere. */
  receipt_hash: string;
  /** Names, types and sizes of the attachments, JSON. */
  attachments: string;
  /** JSON array. */
  flags: string;
  /** Anonymous: midnight, Europe/Rome, of the day. */
  received_at: number;
  /** Only of late answers; anonymous: midnight of the day. */
  completed_at: number | null;
  /** Null where anonymous. */
  language: string | null;
  /** Null where anonymous. */
  page: string | null;
}

/** What remains of an erased submission. */
export interface TombstoneRow {
  key_hash: string;
}

export interface AttachmentRow {
  key: string;
  sha256: string;
  size: number;
  type: string;
  /** Midnight, Europe/Rome, of the day: enough to collect orphans by. */
  stored_on: number;
}

/** One row: a number that every change to departments, surveys and versions raises, so that a running server notices. */
export interface CatalogueRow {
  id: string;
  revision: number;
}

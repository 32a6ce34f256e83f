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
  register_entries: RegisterEntryRow;
  register_particulars: RegisterParticularRow;
  register_days: RegisterDayRow;
  register_confirmations: RegisterConfirmationRow;
  mail_queue: MailRow;
  request_documents: RequestDocumentRow;
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

/** One row of the internal receipts register. Never changed, never deleted; `hash` is of all other columns. */
export interface RegisterEntryRow {
  /** Of the day in Europe/Rome. */
  year: number;
  /** From 1 in every year, without a gap. */
  number: number;
  /** Hash of the key that the entry was asked for under. */
  key_hash: string;
  /** The register's code. */
  code: string;
  /** `registration`, or what was done to another row, the linked one: `annulment`, `erasure`. */
  kind: string;
  department: string;
  /** `in`, `out` or `internal`. */
  direction: string;
  at: number;
  /** Date of `at` in Europe/Rome. */
  day: string;
  /** JSON: whose clock, and by how many milliseconds the register was ahead of it. */
  source: string;
  /** Salted hashes of what is in `register_particulars`; null where there is nothing. */
  correspondent: string | null;
  subject: string | null;
  files: string | null;
  /** SHA-256 of the main document, lower-case hex; null for annulments and erasures. */
  document: string | null;
  /** SHA-256 of each attachment, JSON array. */
  attachments: string;
  linked_year: number | null;
  linked_number: number | null;
  /** Of an erasure: which particular. */
  part: string | null;
  /** Of an annulment or erasure: JSON of reason, operator and act. */
  act: string | null;
  /** The hash of the row before; of the first, a hash of the register's code. */
  prev: string;
  hash: string;
}

/** What of an entry tells of a person, and may be erased by an entry that says so: the chain holds its salted hash. */
export interface RegisterParticularRow {
  year: number;
  number: number;
  /** `correspondent`, `subject` or `files`. */
  part: string;
  salt: string;
  /** RFC 8785 JSON. */
  content: string;
}

/** A closed day of the register. Never changed, never deleted. */
export interface RegisterDayRow {
  /** Date in Europe/Rome. */
  day: string;
  year: number;
  /** First and last number of the day; null where it has none. */
  first: number | null;
  last: number | null;
  count: number;
  /** Hash of the register's last row at the end of the day. */
  head: string;
  json_sha256: string;
  csv_sha256: string;
  /** The register's last row when the files were made: what was erased later is in them. */
  as_of_year: number;
  as_of_number: number;
  closed_at: number;
  /** The hash of the day before; of the first, a hash of the register's code. */
  prev: string;
  hash: string;
}

/** That a day's file was taken into conservation. */
export interface RegisterConfirmationRow {
  day: string;
  at: number;
  operator: string;
  /** What the conservation system calls its receipt. */
  reference: string;
  /** Of the file that was taken. */
  sha256: string;
}

/** A letter that waits for the mail server, or what remains of one. */
export interface MailRow {
  id: string;
  /** The request it is about; the applicant's address is found by it, and is nowhere here. */
  key: string;
  /** An office's own mailbox; null: the applicant's. */
  office: string | null;
  template: string;
  language: string;
  /** JSON, nothing personal; empty once sent. */
  data: string;
  /** `waiting`, `sent` or `failed`. */
  state: string;
  attempts: number;
  created_at: number;
  /** When it may be tried; of a claimed one, when the claim ends. */
  due_at: number;
  /** Token of whoever is sending it. */
  lease: string | null;
  settled_at: number | null;
  /** Code of the last failure, never the mail server's words, which quote addresses. */
  problem: string | null;
}

/** What was sent, in words and values, as it was registered. */
export interface RequestDocumentRow {
  /** Of the request, or of the message that added to it. */
  key: string;
  /** Of `content` in UTF-8: what the register has. */
  sha256: string;
  /** RFC 8785 JSON. */
  content: string;
}

import type { ContributionTables } from './contribution-rows.ts';
import type { OutputTables } from './output-rows.ts';
import type { ProtocolTables } from './protocol-rows.ts';
import type { RegisterTables } from './register-rows.ts';

/** Tables as both databases hold them: times are integer milliseconds, JSON is text, booleans are 0 or 1, ids are text. */
export interface Schema extends RegisterTables, ProtocolTables, ContributionTables, OutputTables {
  departments: DepartmentRow;
  surveys: SurveyRow;
  survey_versions: SurveyVersionRow;
  survey_counts: SurveyCountRow;
  survey_results: SurveyResultsRow;
  responses: ResponseRow;
  tombstones: TombstoneRow;
  attachments: AttachmentRow;
  catalogue: CatalogueRow;
  requests: RequestRow;
  request_contacts: RequestContactRow;
  request_events: RequestEventRow;
  request_messages: RequestMessageRow;
  mail_queue: MailRow;
  request_documents: RequestDocumentRow;
  sign_ins: SignInRow;
}

export interface DepartmentRow {
  id: string;
  name: string;
  /** JSON array of origins whose pages may use the department's resources. */
  allowed_origins: string;
  /** 1 where pages without an origin (`Origin: null`, a sandboxed frame) may use public surveys. */
  allow_null_origin: number;
}

/** What holds for a survey, a service or a consultation as a whole; its texts and form are in the versions. */
export interface SurveyRow {
  slug: string;
  /** `survey`, `service` or `consultation`. */
  kind: string;
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
  /** Null where anonymous, but for ratings: it is what they are about. */
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

/** What becomes of a request; the submission itself is the row of `responses` with the same id. */
export interface RequestRow {
  id: string;
  slug: string;
  department: string;
  /** A `RequestState` of the contract. */
  state: string;
  /** What the service asked for when it came: `none`, `email`, `eid`. */
  identity: string;
  /** 1 for an *istanza* (CAD art. 65). */
  formal: number;
  /** JSON of the register's correspondent. */
  applicant: string;
  subject: string;
  /** SHA-256 of the canonical document. */
  document: string;
  /** The registration; null until the address is confirmed. */
  register_code: string | null;
  register_year: number | null;
  register_number: string | null;
  /** 1 once the registration was annulled. */
  annulled: number;
  /** JSON of the official register's number. */
  official: string | null;
  registered_at: number | null;
  /** Exclusive; the midnight in Rome that ends the last day. */
  deadline: number | null;
  /** Since when the clock stands. */
  suspended_at: number | null;
  /** 1 once it was suspended: the law allows it once (law 241/1990 art. 2 c. 7). */
  was_suspended: number;
  /** How many levels have been told that the deadline has passed. */
  escalated: number;
  /** JSON of what the office waits for. */
  asked: string | null;
  /** JSON of kind and reasons. */
  outcome: string | null;
  /** JSON of the code sent to the address: its hash, the tries left, when it ends. */
  confirmation: string | null;
}

/** The only place that has an applicant's e-mail address apart from what they wrote. */
export interface RequestContactRow {
  /** The request's. */
  key: string;
  email: string;
}

export interface RequestEventRow {
  request: string;
  /** From 1. */
  seq: number;
  at: number;
  event: string;
  /** Shown to the applicant. */
  note: string | null;
  /** JSON of a registration. */
  register: string | null;
  /** JSON of an official register's number. */
  official: string | null;
  /** Who of the office; never shown to the applicant. */
  operator: string | null;
}

export interface RequestMessageRow {
  /** Its idempotency key. */
  id: string;
  request: string;
  at: number;
  /** `office` or `applicant`. */
  sender: string;
  kind: string;
  language: string;
  text: string | null;
  /** JSON of names, types and sizes. */
  attachments: string;
  /** Of kind, text, code and attachments: tells a replay from another message. */
  content_hash: string;
  /** JSON of its own registration. */
  register: string | null;
  operator: string | null;
}

/**
 * A person on the way through the identity provider. Begun: `nonce` and `verifier` are there. Back: `code_hash` and
 * `identity` are. Proven: `proof_hash`, too. Used: `used_by`. Rows go when they expire, or with the erased submission.
 */
export interface SignInRow {
  /** Hash of what the provider is given to say who comes back. */
  state_hash: string;
  service: string;
  /** Where the person came from and goes back to. */
  page: string;
  /** SHA-256, base64url, of a secret that only that page has. */
  challenge: string;
  /** Our side of the exchange with the provider; null once it was used. */
  nonce: string | null;
  verifier: string | null;
  code_hash: string | null;
  code_until: number | null;
  proof_hash: string | null;
  /** JSON of names and tax code. */
  identity: string | null;
  /** Hash of the key of the one submission that may carry the proof. */
  used_by: string | null;
  expires_at: number;
}

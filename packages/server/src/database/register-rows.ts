/** The tables of the internal receipts register. */
export interface RegisterTables {
  register_entries: RegisterEntryRow;
  register_particulars: RegisterParticularRow;
  register_days: RegisterDayRow;
  register_confirmations: RegisterConfirmationRow;
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

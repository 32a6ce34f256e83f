/** The tables of what people contribute to consultations. */
export interface ContributionTables {
  contributions: ContributionRow;
  contribution_events: ContributionEventRow;
  contribution_answers: ContributionAnswerRow;
  contribution_positions: ContributionPositionRow;
  endorsements: EndorsementRow;
}

/** What becomes of a contribution; what was sent is the row of `responses` with the same id. */
export interface ContributionRow {
  /** The submission's key. */
  id: string;
  /** By what name everybody knows it. */
  public_id: string;
  slug: string;
  department: string;
  /** A `ContributionState` of the contract. */
  state: string;
  /** The document's section it stands in now; null where it is about all of it, or has no place there. */
  section: string | null;
  /** A `ContributionType`. */
  type: string;
  /** An `AuthorKind`. */
  author: string;
  topic: string | null;
  zone: number | null;
  /** ISTAT code. */
  municipality: string | null;
  /** JSON array of why somebody should look at it: `check`, `late`, `personal-data`, `repeated`. */
  flags: string;
  /** Of its words, lower case: the same words sent twice are found by it. */
  words_hash: string;
  /** How many keys agree. */
  agreements: number;
  /** The office's answer. */
  answer: string | null;
  /** Id of the published reason it was refused for, and what the office adds. */
  reason: string | null;
  note: string | null;
  /** 1 once its author has asked for another look. */
  appealed: number;
  /** Anonymous: midnight, Europe/Rome, of the day. */
  received_at: number;
  /** JSON of its registration. */
  register: string | null;
  /** State of its place in the document that is published now; null: it is the text it was written on. */
  position: string | null;
  /** How many places it has had in later versions: the last one's `seq`. */
  positions: number;
}

/** Every act on a contribution: none is ever taken back, another one follows. */
export interface ContributionEventRow {
  contribution: string;
  /** From 1. */
  seq: number;
  at: number;
  /** A `ContributionEvent` of the contract. */
  event: string;
  /** Of a refusal, the reason's id; of an answer, its outcome. */
  reason: string | null;
  /** Shown to the author. */
  note: string | null;
  /** Who of the office; null: the author, or the rule of publication. Never shown to the author. */
  operator: string | null;
}

/** Where a contribution stands in a later version of its document: none is ever taken back, another one follows. */
export interface ContributionPositionRow {
  contribution: string;
  /** From 1. */
  seq: number;
  /** Of the definition. */
  version: number;
  /** As the office numbers the text. */
  document_version: number;
  /** A `PositionState` of the contract: what became of it since it was written. */
  state: string;
  section: string | null;
  /** JSON of the place; null where it is gone or unsure. */
  anchor: string | null;
  /** 0 to 1. */
  certainty: number;
  /** A key for words. */
  reason: string;
  /** JSON of a word diff of its paragraph. */
  diff: string | null;
  /** JSON of the places that a person may choose, the likeliest first. */
  candidates: string | null;
  at: number;
  /** Who of the office placed it; null: found by its words. */
  operator: string | null;
}

/** What the office has answered, to one contribution or many. */
export interface ContributionAnswerRow {
  id: string;
  slug: string;
  at: number;
  outcome: string;
  text: string;
  url: string | null;
  operator: string;
}

/** "I agree", without a time and without anything that two of one device have in common. */
export interface EndorsementRow {
  /** The contribution's public id. */
  contribution: string;
  device_hash: string;
  key_hash: string;
}

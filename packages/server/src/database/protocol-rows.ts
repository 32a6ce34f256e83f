/** What goes to official registers. */
export interface ProtocolTables {
  department_registers: DepartmentRegisterRow;
  protocol_tasks: ProtocolTaskRow;
  protocol_annulments: ProtocolAnnulmentRow;
  protocol_receipts: ProtocolReceiptRow;
}

/** Which official register a department has; without a row, the protocol office's queue. */
export interface DepartmentRegisterRow {
  department: string;
  /** `embedded`, `manual`, `pec` or `webhook`. */
  adapter: string;
  /** Of the official register, as a segnatura names it. */
  register_code: string | null;
  /** Codes in the index of public administrations (IPA): of the institution, its registration area (AOO), its unit (UO). */
  administration: string | null;
  area: string | null;
  office: string | null;
  classification: string | null;
  folder: string | null;
  /** The mailbox or the address that the adapter writes to. */
  target: string | null;
}

/** A registration on its way to an official register, or what remains of it. */
export interface ProtocolTaskRow {
  /** Of the request or message. */
  key: string;
  request: string;
  department: string;
  /** Of the internal registration. */
  year: number;
  number: string;
  /** JSON of a `ProtocolTask`; null once the request is erased. */
  task: string | null;
  /** `waiting`, `office`, `failed`, `registered`, `internal`, `annulled` (before any register had it) or `erased`. */
  state: string;
  /** Which adapter was the last to try; null: none has. */
  adapter: string | null;
  attempts: number;
  created_at: number;
  /** When it may be tried; of a claimed one, when the claim ends. */
  due_at: number;
  /** Token of whoever is at it. */
  lease: string | null;
  settled_at: number | null;
  /** Code of the last failure, never a register's own words. */
  problem: string | null;
  official_register: string | null;
  /** Of the date: numbers begin anew with every year. */
  official_year: number | null;
  official_number: string | null;
  official_date: string | null;
  /** What the register calls it for itself. */
  external_id: string | null;
  /** How the number came: an adapter's name, `hand`, or `pec-message` for what arrived by certified mail, too. */
  via: string | null;
  /** Who typed it. */
  operator: string | null;
}

/** An annulment that the official register is to be told, or was. */
export interface ProtocolAnnulmentRow {
  /** Of the document's task. */
  key: string;
  department: string;
  reason: string;
  act: string;
  /** Who annulled it in the internal register. */
  ordered_by: string;
  /** `waiting`, `office` (for people) or `done`. */
  state: string;
  /** Which adapter was the last to try; null: none has. */
  adapter: string | null;
  attempts: number;
  created_at: number;
  /** When it may be tried; of a claimed one, when the claim ends. */
  due_at: number;
  lease: string | null;
  settled_at: number | null;
  /** Code of the last failure, never a register's own words. */
  problem: string | null;
  /** Who did it: an adapter's name, `hand`, or `unsent` where no register had the document. */
  via: string | null;
  /** Who did it by hand. */
  operator: string | null;
}

/** What a provider of certified mail has certified of a message to a protocol office. */
export interface ProtocolReceiptRow {
  /** Of the document's task. */
  key: string;
  /** As the provider calls it: `accettazione`, `avvenuta-consegna` … */
  kind: string;
  /** The provider's own name of the message. */
  identifier: string;
  /** By the provider's clock. */
  certified_at: number;
  /** Of the file that was brought here: it itself is not kept, and is the proof. */
  sha256: string;
  entered_at: number;
  /** Who brought it. */
  operator: string;
}

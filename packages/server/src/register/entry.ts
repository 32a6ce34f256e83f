import type { RegisterEntryRow } from '../database/register-rows.ts';

/** What is to be registered. */
export interface Entry {
  /** The submission's or message's id: the same key again is the same registration. */
  readonly key: string;
  readonly department: string;
  readonly direction: 'in' | 'out' | 'internal';
  /** When it came or went, in milliseconds. */
  readonly at: number;
  /** Who it came from, or whom it goes to. */
  readonly correspondent: Correspondent;
  /** What it is about, in Italian: at most 500 characters. */
  readonly subject: string;
  /** SHA-256 of the canonical document, lower-case hex. */
  readonly document: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
  /** The registration this one belongs to: an addition's request, an answer's request. */
  readonly linkedTo?: RegisterNumber;
}

export interface Correspondent {
  readonly kind: 'person' | 'organisation' | 'municipality' | 'office';
  readonly name: string;
  readonly taxCode?: string;
}

/** A row of the register. */
export interface RegisterNumber {
  readonly year: number;
  readonly number: number;
}

/** What was registered, as a receipt tells it. */
export interface Registration {
  /** The register's code. */
  readonly code: string;
  /** In Europe/Rome. */
  readonly year: number;
  /** At least seven digits. */
  readonly number: string;
  /** Milliseconds. */
  readonly at: number;
  /** The row's, in the chain. */
  readonly hash: string;
}

/** What in a registration tells of a person, and is kept apart from the chain. */
export const parts = ['correspondent', 'subject', 'files'] as const;
export type Part = (typeof parts)[number];

/** Who takes a registration or a part of it out of force, by what act, and why: these stay readable for ever. */
export interface Act {
  readonly reason: string;
  /** The person's identifier. */
  readonly operator: string;
  /** The act that authorises it, as an office cites it. */
  readonly act: string;
}

/** Seven digits, as the law's numbers; a year with ten million registrations has eight. */
export const numberText = (number: number): string => String(number).padStart(7, '0');

/** `CMTO-RI-2026/0000123` */
export const registrationText = ({ code, year, number }: { code: string; year: number; number: number }): string =>
  `${code}-${year}/${numberText(number)}`;

export const toRegistration = (row: RegisterEntryRow): Registration => ({
  code: row.code,
  year: row.year,
  number: numberText(row.number),
  at: row.at,
  hash: row.hash,
});

const sha256 = /^[0-9a-f]{64}$/;

/** Throws a RangeError for what the register must not hold for ever: our own mistake, not a person's. */
export function checkEntry({ subject, correspondent, document, attachments, at }: Entry): void {
  if (subject.trim() === '' || subject.length > 500) throw new RangeError('A subject has 1 to 500 characters');
  if (correspondent.name.trim() === '') throw new RangeError('A correspondent has a name');
  if (![document, ...attachments.map((file) => file.sha256)].every((hash) => sha256.test(hash)))
    throw new RangeError('A document is named by its SHA-256 in lower-case hex');
  if (!Number.isSafeInteger(at) || at < 0) throw new RangeError('A time is in whole milliseconds');
}

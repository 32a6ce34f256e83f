import { type Answers, type ApplicantKind, isEmail, type Service } from '@cmto/contract';
import type { Correspondent } from '../../register/entry.ts';
import type { ProvenIdentity } from '../seams.ts';
import { it } from '../locales/it.ts';

type Words = (field: string) => string | undefined;

/** An answer that is a plain string; "other" is its text. */
function textOf(answers: Answers, field: string): string | undefined {
  const value = Object.hasOwn(answers, field) ? answers[field] : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && !Array.isArray(value) && 'other' in value) return String(value.other);
  return undefined;
}

const answered = (answers: Answers, fields: readonly string[] = []): string[] =>
  fields.map((field) => textOf(answers, field)).filter((text) => text !== undefined && text !== '') as string[];

/** Who applies, as the form says: a person where it does not ask. */
export function applicantKind({ applicant }: Service, answers: Answers): ApplicantKind {
  const kind = applicant.kind === undefined ? undefined : textOf(answers, applicant.kind);
  return (kind as ApplicantKind | undefined) ?? 'person';
}

/** The correspondent that the register names. Who signed in is believed more than what was written. */
export function correspondentOf(
  service: Service,
  answers: Answers,
  words: Words,
  proven?: ProvenIdentity,
): Correspondent {
  const { applicant } = service;
  const kind = applicantKind(service, answers);
  const written = answered(answers, applicant.name).join(' ');
  const person = proven ? `${proven.givenName} ${proven.familyName}` : written;
  const organisation = applicant.organisation?.map(words).find((text) => text !== undefined && text !== '');
  const name = kind === 'person' ? person : (organisation ?? person);
  const [typed] = answered(answers, applicant.taxCode);
  const taxCode = kind === 'person' && proven ? proven.taxCode : typed;
  return { kind, name: name || it['applicant.unnamed'], ...(taxCode ? { taxCode } : {}) };
}

/** The address to write to. */
export function addressOf({ applicant }: Service, answers: Answers): string | undefined {
  const address = applicant.email === undefined ? undefined : textOf(answers, applicant.email);
  return address !== undefined && isEmail(address) ? address : undefined;
}

/** Text that stays within what a register takes, cut between characters. */
export function shorten(text: string, most = 500): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

import { isEmail } from './email.ts';
import { isIban } from './iban.ts';
import { isPhone } from './phone.ts';
import { isTaxCode } from './tax-code.ts';

/** A piece of a text that tells of a person, by its place in UTF-16 code units. */
export interface PersonalData {
  readonly kind: 'tax-code' | 'iban' | 'phone' | 'email';
  readonly start: number;
  readonly end: number;
}

interface Search {
  readonly kind: PersonalData['kind'];
  /** Anything that may be one; every repetition has an end, so that a long text costs no more than its length. */
  readonly pattern: RegExp;
  readonly is: (found: string) => boolean;
}

const joined = (found: string): string => found.replace(/[\s./-]/g, '');

/** In this order: what is part of something found already is passed over. */
const searches: readonly Search[] = [
  {
    kind: 'email',
    pattern: /[^\s@<>()[\],;:"«»“”‘’]{1,64}@[^\s@<>()[\],;:"«»“”‘’]{1,253}/gu,
    is: (found) => isEmail(found),
  },
  {
    kind: 'iban',
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/g,
    is: (found) => isIban(joined(found).toUpperCase()),
  },
  {
    kind: 'tax-code',
    pattern: /(?<![A-Za-z0-9])(?:[A-Za-z] ?){6}(?:[A-Za-z0-9] ?){9}[A-Za-z](?![A-Za-z0-9])/g,
    is: (found) => isTaxCode(joined(found).toUpperCase(), 'person'),
  },
  {
    kind: 'phone',
    pattern: /(?<![\dA-Za-z])(?:\+|00)?\d(?:[ ./-]?\d){7,14}(?![\dA-Za-z])/g,
    is: (found) => isPhone(joined(found)),
  },
];

/** What stands around an address in a sentence. */
const trailing = /[.!?']+$/;

/** An IBAN is followed by words often: the shorter ones are tried, too. */
const longest = (found: string, { kind, is }: Search): string | undefined => {
  if (kind === 'email') {
    const address = found.replace(trailing, '');
    return is(address) ? address : undefined;
  }
  if (kind !== 'iban') return is(found) ? found : undefined;
  for (let end = found.length; end >= 15; end -= 1) if (is(found.slice(0, end))) return found.slice(0, end);
  return undefined;
};

/**
 * Tax codes of persons, IBANs, phone numbers and e-mail addresses in a text, in their order: for its author before it is
 * sent, and for whoever publishes it. Names and addresses of houses are not found.
 */
export const findPersonalData = (text: string): PersonalData[] => {
  const all: PersonalData[] = [];
  for (const search of searches) {
    for (const { 0: candidate, index: start } of text.matchAll(search.pattern)) {
      const found = longest(candidate, search);
      if (found === undefined) continue;
      const end = start + found.trimEnd().length;
      if (all.every((other) => end <= other.start || start >= other.end)) all.push({ kind: search.kind, start, end });
    }
  }
  return all.sort((one, other) => one.start - other.start);
};

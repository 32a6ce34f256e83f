import type { AnswerWords } from '@cmto/contract';
import { municipalityName } from '../api/municipalities.ts';
import { dateLanguage } from '../i18n/dates.ts';
import type { Translate } from '../i18n/translate.ts';
import type { DefinitionText } from './definition-text.ts';

/** A language in which answers are written, and what it puts between a question and what is said of it. */
export interface AnswerLanguage {
  /** BCP 47 tag. */
  readonly code: string;
  readonly t: Translate;
  readonly colon: string;
}

/** What stands between a question and what is said of it: nothing after a question mark. */
export const colonAfter = (question: string, colon: string): string => (/[?!…:]\s*$/.test(question) ? '' : colon);

/** How answers are written in a language: numbers and dates as that language does, names where they are known. */
export const answerWordsIn = (
  { code, t, colon }: AnswerLanguage,
  text: DefinitionText,
  file: (sha256: string) => string = (sha256) => sha256,
): AnswerWords => ({
  text: text.words,
  yes: t('field.yes'),
  no: t('field.no'),
  number: (value) => value.toLocaleString(code, { maximumFractionDigits: 12 }),
  date: (value) =>
    new Intl.DateTimeFormat(dateLanguage(code), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(value)),
  municipality: municipalityName,
  file,
  list: (items) => new Intl.ListFormat(code, { type: 'conjunction' }).format(items),
  pair: (question, answer) => `${question}${colonAfter(question, colon)} ${answer}`,
  step: (n, max) => t('field.stars', { n, max }),
});

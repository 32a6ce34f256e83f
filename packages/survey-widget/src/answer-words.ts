import { type AnswerValue, type AnswerWords, describeAnswer, type Field, type Survey } from '@cmto/contract';
import { municipalityName } from '@cmto/core/api/municipalities';
import { dateLanguage } from '@cmto/core/i18n/language';
import type { Translate } from '@cmto/core/i18n/translate';
import type { DefinitionText } from '@cmto/core/text/definition-text';
import type { SurveyLanguage } from './survey-language.ts';

/** What stands between a question and what is said of it: nothing after a question mark. */
export const colonAfter = (question: string, t: Translate): string =>
  /[?!…:]\s*$/.test(question) ? '' : t('survey.colon');

/** How answers are written in a language: numbers and dates as that language does, names where they are known. */
export const answerWordsIn = (
  { code, t }: { readonly code: string; readonly t: Translate },
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
  pair: (question, answer) => `${question}${colonAfter(question, t)} ${answer}`,
  step: (n, max) => t('field.stars', { n, max }),
});

/** An earlier answer in words, for a label that quotes it. */
export const describeIn = (language: SurveyLanguage, survey: Survey, field: Field, value: AnswerValue): string =>
  describeAnswer(field, value, answerWordsIn(language, language.text(survey)));

import { lastDay } from '../time/last-day.ts';
import { en } from './locales/en.ts';
import { fr } from './locales/fr.ts';
import { it, type Words } from './locales/it.ts';

const locales = { it, en, fr } as const;

/** Languages there are letters in. */
export type LetterLanguage = keyof typeof locales;

/** The language itself or what it is a kind of (`fr-CH` → `fr`); Italian where there are no letters in it. */
export function letterLanguage(asked: string): LetterLanguage {
  const [language = ''] = asked.toLowerCase().split('-');
  return Object.hasOwn(locales, language) ? (language as LetterLanguage) : 'it';
}

export const wordsOf = (language: LetterLanguage): Words => locales[language];

/** English as Europe writes its dates. */
const dates: Readonly<Record<LetterLanguage, string>> = { it: 'it-IT', en: 'en-GB', fr: 'fr-FR' };

const day = {
  timeZone: 'Europe/Rome',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;

/** The last day of a term, on Rome's calendar. */
export const lastDayText = (end: string | number, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(dates[language], day).format(lastDay(new Date(end).getTime()));

/** An instant on Rome's clock, the zone named. */
export const instantText = (instant: string | number, language: LetterLanguage): string => {
  const clock = new Intl.DateTimeFormat(dates[language], { ...day, hour: '2-digit', minute: '2-digit' });
  return wordsOf(language)['rome-time'].replace('{when}', clock.format(new Date(instant)));
};

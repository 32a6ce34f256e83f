import { wordsOf, type PageLanguage } from '../language.ts';

const zone = 'Europe/Rome';

/** English as Europe writes its dates. */
const locales: Readonly<Record<PageLanguage, string>> = { it: 'it-IT', en: 'en-GB', fr: 'fr-FR' };

/** Whether an instant is midnight in Rome: all that is known of an anonymous answer is its day. */
export const isWholeDay = (instant: string): boolean =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(instant)) === '00:00:00';

/** A day as a day, anything else with its hour and the zone named. */
export function describeInstant(instant: string, language: PageLanguage): string {
  const day = { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const hour = { hour: '2-digit', minute: '2-digit' } as const;
  const isDay = isWholeDay(instant);
  const when = new Intl.DateTimeFormat(locales[language], isDay ? day : { ...day, ...hour }).format(new Date(instant));
  return isDay ? when : wordsOf(language)['site.rome-time'].replace('{when}', when);
}

/** The last day of a term, which ends with its midnight in Rome. */
export const describeLastDay = (end: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(end) - 1);

/** A date without an hour. */
export const describeDate = (date: string, language: PageLanguage): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

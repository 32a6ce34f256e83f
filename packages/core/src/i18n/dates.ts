const timeZone = 'Europe/Rome';

/** The tag by which dates and times are written: "en" alone would have them the American way. */
export const dateLanguage = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** Day and time on this device's clock, as for "draft of 20 November, 10:32". */
export const formatMoment = (milliseconds: number, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { dateStyle: 'long', timeStyle: 'short' }).format(milliseconds);

/** Day and time in Europe/Rome. Where it matters, the words around it name the zone. */
export const formatRomeMoment = (milliseconds: number, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    milliseconds,
  );

/** Time of day on this device's clock. */
export const formatTime = (milliseconds: number, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { timeStyle: 'short' }).format(milliseconds);

/** The day alone, in Europe/Rome. */
export const formatDay = (milliseconds: number, language: string): string =>
  new Intl.DateTimeFormat(dateLanguage(language), { dateStyle: 'long', timeZone }).format(milliseconds);

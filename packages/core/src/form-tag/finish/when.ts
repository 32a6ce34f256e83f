import { formatDay, formatRomeMoment } from '../../i18n/dates.ts';
import type { Translate } from '../../i18n/translate.ts';

const timeZone = 'Europe/Rome';

/** Date and time of an opening or closing: an instant, shown in Europe/Rome with the zone named. */
export const formatInstant = (instant: string, language: string, t: Translate): string =>
  `${formatRomeMoment(Date.parse(instant), language)} (${t('form.rome-time')})`;

/**
 * The last moment for an answer. The instant itself is the first one too late: a deadline at midnight is the end of the
 * day before, and whoever read "1 January, 00:00" would take it for the end of the first.
 */
export const formatDeadline = (instant: string, language: string, t: Translate): string => {
  const closes = Date.parse(instant);
  const time = new Intl.DateTimeFormat('it', { timeStyle: 'medium', timeZone }).format(closes);
  return time === '00:00:00'
    ? `${formatDay(closes - 1, language)} (${t('form.end-of-day')})`
    : formatInstant(instant, language, t);
};

import type { OfficialNumber, ReceiptRegistration } from '@cmto/contract';

const rome = { timeZone: 'Europe/Rome', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** Day and time in Rome, with the zone named; of an instant, RFC 3339 or milliseconds. */
export const instantText = (instant: string | number): string =>
  new Intl.DateTimeFormat('it-IT', {
    ...rome,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));

export const dayText = (date: string | number): string => new Intl.DateTimeFormat('it-IT', rome).format(new Date(date));

/** `CMTO-RI-2026/0000123` */
export const numberText = ({ code, year, number }: Omit<ReceiptRegistration, 'status'>): string =>
  `${code}-${year}/${number}`;

/** `PG 0004567, 20 novembre 2026` */
export const officialText = ({ register, number, date }: OfficialNumber): string =>
  `${register} ${number}, ${dayText(date)}`;

import { dateAfter } from './rome-date.ts';

/** Month and day of the feasts that do not move: law 260/1949 art. 2 with law 151/2025 (4 October), Turin's patron on 24 June. */
const feasts = new Set([
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '06-24',
  '08-15',
  '10-04',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
]);

/** Whether the offices of the Metropolitan City work on a date: Monday to Friday, but for feasts. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return (
    weekday !== 0 && weekday !== 6 && !feasts.has(date.slice(5)) && date !== easterMonday(Number(date.slice(0, 4)))
  );
}

/** The first working day after a date. */
export function nextWorkingDay(date: string): string {
  let next = dateAfter(date);
  while (!isWorkingDay(next)) next = dateAfter(next);
  return next;
}

/** By the Gregorian computus in the form of Meeus, Jones and Butcher. */
function easterMonday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const easter = Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1, 12);
  return dateAfter(new Date(easter).toISOString().slice(0, 10));
}

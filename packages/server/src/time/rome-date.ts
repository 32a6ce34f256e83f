import { startOfRomeDay } from './rome-day.ts';

const noonOfTheDay = 12 * 3_600_000;

/** The date of an instant in Europe/Rome, as `2026-11-20`. */
export const romeDate = (instant: number): string =>
  // Midnight in Rome is the evening before in UTC; half a day later the date is the same in both.
  new Date(startOfRomeDay(instant) + noonOfTheDay).toISOString().slice(0, 10);

/** The date after another one. */
export const dateAfter = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 2 * noonOfTheDay).toISOString().slice(0, 10);

/** Midnight, Europe/Rome, with which a date begins, in milliseconds. */
export const startOfRomeDate = (date: string): number => startOfRomeDay(Date.parse(`${date}T12:00:00Z`));

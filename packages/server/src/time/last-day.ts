import { startOfRomeDay } from './rome-day.ts';

/** An instant of the last day of a term: a term that ends at midnight, Europe/Rome, ends with the day before. */
export const lastDay = (end: number): number => (startOfRomeDay(end) === end ? end - 1 : end);

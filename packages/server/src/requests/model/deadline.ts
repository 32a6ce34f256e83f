import { romeDate, startOfRomeDate } from '../../time/rome-date.ts';

/** Where the clock of a procedure stands. Instants in milliseconds. */
export interface ProcedureClock {
  /** Exclusive: the midnight, Europe/Rome, that ends the last day. */
  readonly deadline: number;
  readonly suspendedAt: number | null;
  readonly wasSuspended: boolean;
}

/** The longest suspension, in days (law 241/1990 art. 2 c. 7). */
export const longestSuspension = 30;

const dayOf = (date: string): number => Date.parse(`${date}T12:00:00Z`) / 86_400_000;
const plusDays = (date: string, days: number): string =>
  new Date((dayOf(date) + days) * 86_400_000).toISOString().slice(0, 10);

/**
 * The clock of a request registered at an instant: as many calendar days as the procedure has, the day of registration
 * not counted (civil code art. 2963), to the end of the last one.
 */
export const startClock = (registeredAt: number, days: number): ProcedureClock => ({
  deadline: startOfRomeDate(plusDays(romeDate(registeredAt), days + 1)),
  suspendedAt: null,
  wasSuspended: false,
});

/** Stops the clock; a second time the law does not allow it, and it runs on. */
export const suspend = (clock: ProcedureClock, at: number): ProcedureClock =>
  clock.wasSuspended ? clock : { ...clock, suspendedAt: at, wasSuspended: true };

/** Lets it run again: the days it stood, 30 at most, are added to the deadline. */
export function resume(clock: ProcedureClock, at: number): ProcedureClock {
  const { suspendedAt, deadline } = clock;
  if (suspendedAt === null) return clock;
  const stood = dayOf(romeDate(at)) - dayOf(romeDate(suspendedAt));
  const days = Math.min(longestSuspension, Math.max(0, stood));
  return { ...clock, deadline: startOfRomeDate(plusDays(romeDate(deadline), days)), suspendedAt: null };
}

/** The deadline as it stands at an instant; while the clock stands still, it moves along for 30 days. */
export const deadlineAt = (clock: ProcedureClock, at: number): number => resume(clock, at).deadline;

/** Days after the deadline at which each level is told that there is no outcome yet. */
export const escalationDays = [0, 10, 20] as const;

/** How many levels are to have been told by an instant. */
export function levelsDue(clock: ProcedureClock, at: number): number {
  const last = romeDate(deadlineAt(clock, at));
  return escalationDays.filter((days) => at >= startOfRomeDate(plusDays(last, days))).length;
}

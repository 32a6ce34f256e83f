const hours = 3_600_000;

const romeTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Rome's wall clock at an instant, as if it were UTC. */
function wallClock(instant: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of romeTime.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour']!, part['minute']!, part['second']!);
}

function midnightBefore(instant: number): number {
  const wall = wallClock(instant);
  const midnight = wall - (wall % (24 * hours));
  // Rome is one or two hours ahead of UTC; clocks change at night, after midnight, so one of the two is right.
  const summer = midnight - 2 * hours;
  return wallClock(summer) === midnight ? summer : midnight - hours;
}

let day = { start: 0, end: 0 };

/** Midnight, Europe/Rome, of the day an instant falls on, in milliseconds: all that an anonymous answer tells of when it came. */
export function startOfRomeDay(instant: number): number {
  // Asked for at every answer, and formatting a date is slow.
  if (instant >= day.start && instant < day.end) return day.start;
  const start = midnightBefore(instant);
  day = { start, end: nextRomeDay(start) };
  return start;
}

/** The midnight that ends the day starting at `start`; a day has 23 to 25 hours. */
export const nextRomeDay = (start: number): number => midnightBefore(start + 26 * hours);

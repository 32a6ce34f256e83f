const romeTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

const minutesIntoDay = (instant: number): number => {
  const [hours = 0, minutes = 0] = romeTime.format(instant).split(':').map(Number);
  return hours * 60 + minutes;
};

/** Midnight, Europe/Rome, of the day an instant falls on. */
export const startOfRomeDay = (instant: number): number => {
  const start = instant - (instant % 60_000) - minutesIntoDay(instant) * 60_000;
  // On the two days when the clocks change, the count is an hour off.
  const minutes = minutesIntoDay(start);
  if (minutes === 0) return start;
  return minutes > 720 ? start + (1440 - minutes) * 60_000 : start - minutes * 60_000;
};

/** RFC 3339 in UTC, without milliseconds where there are none. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

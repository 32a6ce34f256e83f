const hour = 3_600_000;

const romeTime = new Intl.DateTimeFormat('it', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

let known = { hour: -1, shown: '' };

/** The time of day of an instant in Europe/Rome, as `12:00:00`. */
export function romeClock(instant: number): string {
  // Formatting is slow, and within an hour of UTC only minutes and seconds change: Rome's clocks are whole hours ahead.
  const began = Math.floor(instant / hour);
  if (known.hour !== began) known = { hour: began, shown: romeTime.format(began * hour).slice(0, 2) };
  return known.shown + new Date(instant).toISOString().slice(13, 19);
}

/** How a language writes numbers, days and lists. */
export interface Formats {
  readonly number: Intl.NumberFormat;
  /** Of ISO dates, which have no zone. */
  readonly date: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
}

const made = new Map<string, Formats>();

/** Made once for each language: making them takes longer than all that they are made for. */
export function formatsOf(language: string): Formats {
  const known = made.get(language);
  if (known) return known;
  const formats = {
    number: new Intl.NumberFormat(language, { maximumFractionDigits: 12 }),
    date: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
    list: new Intl.ListFormat(language, { type: 'conjunction' }),
  };
  made.set(language, formats);
  return formats;
}

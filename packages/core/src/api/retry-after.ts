const day = 24 * 60 * 60;

/**
 * Seconds that an answer asks to wait, at most a day; undefined when it does not ask. A date is held against the
 * answer's own, for the device's clock may be wrong by years.
 */
export const retryAfterOf = (headers: Headers): number | undefined => {
  const asked = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(asked)
    ? Number(asked)
    : (Date.parse(asked) - Date.parse(headers.get('date') ?? '')) / 1000;
  return seconds > 0 ? Math.min(seconds, day) : undefined;
};

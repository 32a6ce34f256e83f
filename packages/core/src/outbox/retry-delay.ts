/** Seconds: no attempt waits longer than that by itself. */
const longest = 15 * 60;

/** Seconds to wait before attempt `attempts + 1`: full jitter, at most 15 minutes, never less than the server asked. */
export const retryDelay = (attempts: number, random: number, retryAfter = 0): number =>
  Math.max(retryAfter, Math.min(longest, 2 ** attempts) * random, 1);

const minutes = 60_000;

/** How long a letter is tried: what RFC 5321 (4.5.4.1) asks of whoever hands mail on. */
export const giveUpAfter = 5 * 24 * 60 * minutes;

/** How long to wait after so many attempts: a minute, doubled each time, at most two hours; a little more or less, so that not all come at once. */
export const backOff = (attempts: number, chance: number): number =>
  Math.round(Math.min(2 ** (attempts - 1), 120) * minutes * (0.8 + 0.4 * chance));

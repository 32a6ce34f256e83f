/** Text without what XML cannot hold at all. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '\uFFFD');

/** Text as it is stored and compared: Unicode NFC, without soft hyphens, every run of blanks one space, trimmed. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\u00AD|\u200B/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

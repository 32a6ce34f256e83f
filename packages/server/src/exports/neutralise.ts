/**
 * Where a spreadsheet would begin a formula: at the start, and behind whatever may be taken for the border of a cell. An
 * Italian desktop divides cells at semicolons, whatever this file does, and does not see the quotes around a text then.
 */
const formulaStart = /^(?=[\t\r\n\0])|(?<=^|[;\t\r\n])(?= *[=+\-@＝＋－＠])/g;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (ASVS 5.0, 1.2.10); anything else stays
 * as it is.
 */
export const neutralise = (text: string): string => text.replace(formulaStart, "'");

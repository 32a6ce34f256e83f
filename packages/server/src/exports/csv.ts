import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type { CellValue } from './column.ts';
import { neutralise } from './neutralise.ts';

/**
 * Writes rows as RFC 4180: commas, CRLF, UTF-8 with a byte order mark (spreadsheets take it for Latin otherwise), and
 * no text that a spreadsheet would run.
 */
export async function writeCsv(
  out: Writable,
  header: readonly string[],
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>,
): Promise<void> {
  await write(out, `${byteOrderMark}${csvLine(header)}`);
  for await (const row of rows) await write(out, csvLine(row));
}

/** What no reader of text expects: with a NUL in it, a file is taken for something else. */
const control = /[^\P{Cc}\t\n\r]/gu;

/** What a CSV file begins with. */
export const byteOrderMark = '\uFEFF';

/** One row, with its line end. */
export const csvLine = (cells: readonly CellValue[]): string =>
  stringify([cells.map((cell) => (typeof cell === 'string' ? neutralise(cell.replace(control, '\uFFFD')) : cell))], {
    record_delimiter: 'windows',
    // Of its own accord it quotes only the line end it writes itself: any other begins a row for most readers.
    quoted_match: /[\r\n]/,
  });

/** Waits where the reader is slower than we are. */
export async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

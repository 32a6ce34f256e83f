import type { Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { CellValue } from '../exports/column.ts';
import { write, writeCsv } from '../exports/csv.ts';
import { toInstant } from '../surveys/definition.ts';
import { romeDate } from '../time/rome-date.ts';
import { type StoredRating, storedRatings } from './stored-ratings.ts';

const columns = ['submissionId', 'day', 'page', 'subject', 'stars', 'answer', 'details', 'submissionFlags'];

const toRow = ({ id, receivedAt, page, subject, stars, answer, details, flags }: StoredRating): CellValue[] => [
  id,
  romeDate(receivedAt),
  page,
  subject,
  stars,
  answer,
  details,
  flags.join(' '),
];

async function* rowsOf(db: Kysely<Schema>): AsyncGenerator<CellValue[]> {
  for await (const rating of storedRatings(db)) yield toRow(rating);
}

/** All ratings as CSV, in key order; `day` is Rome's. */
export const exportRatingsCsv = (db: Kysely<Schema>, out: Writable): Promise<void> =>
  writeCsv(out, columns, rowsOf(db));

/** All ratings as one JSON array, in key order. */
export async function exportRatingsJson(db: Kysely<Schema>, out: Writable): Promise<void> {
  let separator = '[\n';
  for await (const { receivedAt, ...rating } of storedRatings(db)) {
    await write(out, `${separator}${JSON.stringify({ ...rating, receivedAt: toInstant(receivedAt) })}`);
    separator = ',\n';
  }
  await write(out, separator === '[\n' ? '[]\n' : '\n]\n');
}

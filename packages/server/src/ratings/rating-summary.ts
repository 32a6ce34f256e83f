import { mostDifficultStars, mostStars, ratingAnswers } from '@cmto/contract';
import type { Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { CellValue } from '../exports/column.ts';
import { writeCsv } from '../exports/csv.ts';
import { type StoredRating, storedRatings } from './stored-ratings.ts';

/** What the ratings of one page, or of the service used on it, come to. */
export interface PageSummary {
  readonly page: string;
  readonly subject: string;
  /** Those flagged are not among them. */
  ratings: number;
  /** Ratings of 1, 2, … stars. */
  readonly byStars: number[];
  readonly answers: Map<string, number>;
  withDetails: number;
  /** May have been written by programs: in no other figure. */
  flagged: number;
}

const answerColumns = Object.entries(ratingAnswers).flatMap(([question, answers]) =>
  answers.map((answer) => `${question}.${answer}`),
);

const starsUpTo = Array.from({ length: mostStars }, (_, index) => index + 1);

/** Counted page by page, the pages in the order of their addresses. */
export async function summariseRatings(db: Kysely<Schema>): Promise<PageSummary[]> {
  const pages = new Map<string, PageSummary>();
  for await (const rating of storedRatings(db)) {
    const name = `${rating.page} ${rating.subject}`;
    const summary = pages.get(name) ?? emptySummary(rating);
    pages.set(name, summary);
    count(summary, rating);
  }
  return [...pages].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, summary]) => summary);
}

/** The same as CSV: `average` has two decimals, and is empty where all ratings of a page are flagged. */
export async function writeSummary(db: Kysely<Schema>, out: Writable): Promise<void> {
  const header = [
    'page',
    'subject',
    'ratings',
    'average',
    ...starsUpTo.map((stars) => `stars.${stars}`),
    ...answerColumns,
    'withDetails',
    'flagged',
  ];
  await writeCsv(out, header, (await summariseRatings(db)).map(toRow));
}

/** Of stars, over the ratings that are not flagged; undefined where there are none. */
export function averageOf({ byStars, ratings }: PageSummary): number | undefined {
  if (ratings === 0) return undefined;
  return byStars.reduce((sum, times, index) => sum + times * (index + 1), 0) / ratings;
}

const emptySummary = ({ page, subject }: StoredRating): PageSummary => ({
  page,
  subject,
  ratings: 0,
  byStars: starsUpTo.map(() => 0),
  answers: new Map(),
  withDetails: 0,
  flagged: 0,
});

function count(summary: PageSummary, { stars, answer, details, flags }: StoredRating): void {
  if (flags.length > 0) {
    summary.flagged += 1;
    return;
  }
  // Both lists have an "other".
  const column = `${stars > mostDifficultStars ? 'liked' : 'difficulty'}.${answer}`;
  summary.ratings += 1;
  summary.byStars[stars - 1]! += 1;
  summary.answers.set(column, (summary.answers.get(column) ?? 0) + 1);
  if (details !== undefined) summary.withDetails += 1;
}

const toRow = (summary: PageSummary): CellValue[] => {
  const average = averageOf(summary);
  return [
    summary.page,
    summary.subject,
    summary.ratings,
    average === undefined ? undefined : Math.round(average * 100) / 100,
    ...summary.byStars,
    ...answerColumns.map((column) => summary.answers.get(column) ?? 0),
    summary.withDetails,
    summary.flagged,
  ];
};

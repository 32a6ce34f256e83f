import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { storedAnswers } from '../intake/stored-answers.ts';
import { publishedRatings } from './published-ratings.ts';

/** A stored rating. */
export interface StoredRating {
  readonly id: string;
  /** Midnight in Rome of the day. */
  readonly receivedAt: number;
  readonly page: string;
  readonly subject: string;
  readonly stars: number;
  /** One of the contract's `ratingAnswers`: what was liked, or what was difficult. */
  readonly answer: string;
  readonly details: string | undefined;
  /** `check`: it may have been written by a program. */
  readonly flags: readonly string[];
}

/** All ratings, in key order, so in no order. */
export async function* storedRatings(db: Kysely<Schema>): AsyncGenerator<StoredRating> {
  for await (const { id, received_at: receivedAt, page, flags, answers } of storedAnswers(db, publishedRatings.slug)) {
    // The form lets in nothing else.
    const { subject, stars, liked, difficulty, details } = answers as Record<string, string> & { stars: number };
    yield {
      id,
      receivedAt,
      page: page ?? '',
      subject: subject!,
      stars,
      answer: (liked ?? difficulty)!,
      details,
      flags: JSON.parse(flags) as string[],
    };
  }
}

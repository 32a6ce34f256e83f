import type { RatingSubmission, Survey } from '@cmto/contract';
import type { Door } from '../intake/intake.ts';
import { readRatingSubmission } from '../intake/submission-body.ts';
import type { AnswerWriter } from '../intake/submission-writer.ts';
import { toReceipt } from '../receipts/receipt.ts';
import { publishedRatings } from './published-ratings.ts';

export interface RatingDoorOptions {
  readonly writer: AnswerWriter;
  readonly publicUrl: () => string;
}

/** Ratings: anonymous answers to one form, of which the page is kept, too, since it is what they are about. */
export const ratingDoor = ({ writer, publicUrl }: RatingDoorOptions): Door<RatingSubmission, Survey> => ({
  kind: 'rating',
  unknown: 'request.not-found',
  find: async () => publishedRatings,
  read: readRatingSubmission,
  store: (row, { page }) => writer.write({ ...row, page }),
  receipt: (row, code) => toReceipt(row, code, publicUrl()),
});

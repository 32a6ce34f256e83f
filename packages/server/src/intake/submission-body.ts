import type { RatingSubmission, RequestSubmission, Submission } from '@cmto/contract';
import { ratingSubmissionSchema, requestSubmissionSchema, submissionSchema } from '@cmto/contract/schemas';
import { readBody } from '../http/read-body.ts';

/** Checks the envelope; the answers in it are judged against the form. Throws `request.invalid` with pointers. */
export const readSubmission = (body: unknown): Submission => readBody(submissionSchema, body);

/** The same of a rating's envelope. */
export const readRatingSubmission = (body: unknown): RatingSubmission => readBody(ratingSubmissionSchema, body);

/** The same of a request's envelope. */
export const readRequestSubmission = (body: unknown): RequestSubmission => readBody(requestSubmissionSchema, body);

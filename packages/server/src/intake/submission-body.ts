import type { RequestSubmission, Submission } from '@cmto/contract';
import { requestSubmissionSchema, submissionSchema } from '@cmto/contract/schemas';
import { readBody } from '../http/read-body.ts';

/** Checks the envelope; the answers in it are judged against the form. Throws `request.invalid` with pointers. */
export const readSubmission = (body: unknown): Submission => readBody(submissionSchema, body);

/** The same of a request's envelope. */
export const readRequestSubmission = (body: unknown): RequestSubmission => readBody(requestSubmissionSchema, body);

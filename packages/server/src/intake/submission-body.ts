import type { Submission } from '@cmto/contract';
import { submissionSchema } from '@cmto/contract/schemas';
import { readBody } from '../http/read-body.ts';

/** Checks the envelope; the answers in it are judged against the form. Throws `request.invalid` with pointers. */
export const readSubmission = (body: unknown): Submission => readBody(submissionSchema, body);

import {
  duplicateKey,
  type RatingSubmission,
  type RequestSubmission,
  type SentMessage,
  type Submission,
} from '@cmto/contract';
import {
  ratingSubmissionSchema,
  requestSubmissionSchema,
  sentMessageSchema,
  submissionIdSchema,
  submissionSchema,
} from '@cmto/contract/schemas';
import type { ZodType } from 'zod';
import { Refusal } from './refusal.ts';

const largest = 262_144;

/** The request's `Idempotency-Key`. Throws `idempotency.missing`. */
export const readKey = (request: Request): string => {
  const key = submissionIdSchema.safeParse(request.headers.get('idempotency-key'));
  if (!key.success) throw new Refusal('idempotency.missing');
  return key.data;
};

const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The envelope of a submission; the answers in it are judged against the form. Throws the problem there is. */
export const readSubmission = (request: Request): Promise<Submission> => readBody(request, submissionSchema);

/** The same of a rating. */
export const readRatingSubmission = (request: Request): Promise<RatingSubmission> =>
  readBody(request, ratingSubmissionSchema);

/** The same of a request. */
export const readRequestSubmission = (request: Request): Promise<RequestSubmission> =>
  readBody(request, requestSubmissionSchema);

/** A message to a receipt. Throws the problem there is. */
export const readMessage = (request: Request): Promise<SentMessage> => readBody(request, sentMessageSchema);

/** A body of JSON that the schema lets through. Throws the problem there is. */
export const readBody = async <T>(request: Request, schema: ZodType<T>): Promise<T> => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(?:;|$)/.test(type)) throw new Refusal('request.unsupported-type');
  const text = await request.text();
  if (text.length > largest) throw new Refusal('request.too-large');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal('request.malformed', {
      errors: [{ pointer: '', code: 'request.malformed', message: 'Reading failed' }],
    });
  }
  const twice = duplicateKey(text, body);
  if (twice !== undefined) {
    const error = { pointer: twice, code: 'request.invalid', message: 'This key stands twice' };
    throw new Refusal('request.invalid', { errors: [error] });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ pointer: pointer(path), code: 'request.invalid', message: issue.message }));
  });
  throw new Refusal('request.invalid', { errors });
};

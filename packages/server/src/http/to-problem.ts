import type { FastifyError } from 'fastify';
import { isUnavailable } from '../database/unavailable.ts';
import { ProblemError } from './problem-error.ts';

/** The problem that any error thrown below a route is answered with. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isUnavailable(error)) return unavailable('The database cannot be used right now', 30, error);
  const { code, statusCode = 500 } = error as Partial<FastifyError>;
  const known = code && fastifyProblems[code];
  if (known) return known(error);
  if (statusCode >= 400 && statusCode < 500) return new ProblemError('request.invalid', { cause: error });
  return new ProblemError('server.failed', { cause: error });
}

/** "Not now": the client may send the same again after so many seconds. */
export const unavailable = (detail: string, retryAfter: number, cause?: unknown): ProblemError =>
  new ProblemError('server.unavailable', { detail, headers: { 'Retry-After': String(retryAfter) }, cause });

const fastifyProblems: Record<string, (cause: unknown) => ProblemError> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (cause) => new ProblemError('request.too-large', { cause }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (cause) => new ProblemError('request.unsupported-type', { cause }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: (cause) =>
    new ProblemError('request.malformed', { detail: 'The body is not as long as announced', cause }),
  FST_ERR_CTP_EMPTY_JSON_BODY: (cause) => new ProblemError('request.malformed', { detail: 'There is no body', cause }),
  FST_ERR_BAD_URL: (cause) => new ProblemError('request.not-found', { cause }),
};

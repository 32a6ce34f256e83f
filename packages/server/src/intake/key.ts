import { submissionIdSchema } from '@cmto/contract/schemas';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error.ts';

/** The request's `Idempotency-Key`. Throws `idempotency.missing`. */
export function readKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && submissionIdSchema.safeParse(key).success) return key;
  throw new ProblemError('idempotency.missing');
}

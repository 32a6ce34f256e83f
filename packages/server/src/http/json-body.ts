import { isUtf8 } from 'node:buffer';
import { duplicateKey } from '@cmto/contract';
import type { FastifyInstance } from 'fastify';
import { findJsonFault } from './json-place.ts';
import { ProblemError } from './problem-error.ts';

/** Larger than any answer without files has reason to be: 1,000 questions of 200 characters. */
export const jsonLimit = 262_144;

/**
 * Accepts `application/json` and nothing else. Plain `JSON.parse` on purpose: `__proto__` becomes an own key like any
 * other, which the schema then names in its refusal, instead of an unspecific "bad body".
 */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: jsonLimit },
    (_request, body: Buffer, done) => {
      try {
        done(null, parseJson(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** Throws `request.malformed` with the place where reading failed, or `request.invalid` for a key that stands twice. */
export function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw malformed('The body is not UTF-8');
  const text = body.toString();
  const value = parse(text);
  const pointer = duplicateKey(text, value);
  if (pointer === undefined) return value;
  throw new ProblemError('request.invalid', {
    errors: [{ pointer, code: 'request.invalid', message: 'This key stands twice' }],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = findJsonFault(text);
    throw malformed(fault ? `Line ${fault.line}, column ${fault.column}: ${fault.reason}` : 'Nested too deep');
  }
}

const malformed = (detail: string): ProblemError =>
  new ProblemError('request.malformed', {
    detail,
    errors: [{ pointer: '', code: 'request.malformed', message: detail }],
  });

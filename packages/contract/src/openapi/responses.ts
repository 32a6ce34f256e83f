import { type ProblemCode, problems } from '../problems.ts';
import { type SchemaName, schemaRef } from './components.ts';

const text = (description: string, maxLength = 200) => ({ description, schema: { type: 'string', maxLength } });
const count = (description: string) => ({
  description,
  schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 10_485_760 },
});

/** Headers of answers, under `#/components/headers`. */
export const headers = {
  'Cache-Control': text('How long the answer may be kept; `no-store` for personal data'),
  ETag: text('Tag of this representation, for `If-None-Match`'),
  'Idempotent-Replayed': text('`true` when the same content had arrived before under the same key', 10),
  Location: text('Where the receipt can be read', 2000),
  'Retry-After': count('Seconds to wait before asking again'),
  'Upload-Offset': count('Bytes of the file that have arrived'),
  'X-RateLimit-Limit': count('Requests that may be sent at once'),
  'X-RateLimit-Remaining': count('Requests left at this moment'),
  'X-RateLimit-Reset': count('Seconds until the full number is left again'),
} as const;

export type HeaderName = keyof typeof headers;

const limits: readonly HeaderName[] = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

const headerRefs = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** A successful answer. */
export const success = (
  description: string,
  schema: SchemaName | undefined,
  names: readonly HeaderName[],
  example?: unknown,
) => ({
  description,
  headers: headerRefs([...names, ...limits]),
  ...(schema
    ? { content: { 'application/json': { schema: schemaRef(schema), ...(example ? { example } : {}) } } }
    : {}),
});

/** The same answer of an operation whose rate is not limited. */
export const unlimited = <T extends { headers: Record<string, unknown> }>(response: T): T => ({
  ...response,
  headers: Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => !limits.includes(name as HeaderName)),
  ),
});

const retried = new Set<number>([409, 429, 503]);

const failure = (status: number, codes: readonly ProblemCode[], body: boolean) => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '),
  headers: headerRefs([
    'Cache-Control',
    ...(retried.has(status) ? (['Retry-After'] as const) : []),
    ...(status < 500 ? limits : []),
  ]),
  ...(body ? { content: { 'application/problem+json': { schema: schemaRef('Problem') } } } : {}),
});

/** The problems an operation may answer, one entry per status, with every code it stands for. */
export const failures = (codes: readonly ProblemCode[], { body = true, limited = true } = {}) => {
  const rate: ProblemCode[] = limited ? ['request.rate-limited'] : [];
  const all: ProblemCode[] = [...codes, ...rate, 'server.failed', 'server.unavailable'];
  const statuses = [...new Set(all.map((code) => problems[code].status))].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      failure(
        status,
        all.filter((code) => problems[code].status === status),
        body,
      ),
    ]),
  );
};

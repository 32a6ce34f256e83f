import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Catalogue } from '../surveys/catalogue.ts';
import type { Department } from '../surveys/departments.ts';
import { isLoopback } from './loopback.ts';
import { ProblemError } from './problem-error.ts';
import { appendVary } from './representation.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whose pages may use this route from another origin: anybody's, or those that a department allows. */
    cors?: 'open' | 'department';
  }
}

export interface CorsOptions {
  readonly catalogue: Catalogue;
  readonly allowLoopback: boolean;
  /** The origin this server is known by. */
  ownOrigin(): string;
}

const exposed =
  'ETag, Date, Location, Retry-After, Idempotent-Replayed, Upload-Offset, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset';

/** Cross-origin rules: an allow-list per department, never credentials, never a reflected `null`. */
export function answerOrigins(app: FastifyInstance, options: CorsOptions): void {
  // With `done`: what needs no look at the departments waits for nothing.
  app.addHook('onRequest', (request, reply, done) => {
    const { cors } = request.routeOptions.config;
    const { origin } = request.headers;
    if (cors === 'open') allow(request, reply, '*');
    // Always, also without an origin: a cache must not hand one site's answer to another.
    if (cors === 'department') appendVary(reply, 'Origin');
    if (cors !== 'department' || origin === undefined) return done();
    answerDepartmental(origin, request, reply, options).then(() => done(), done);
  });
}

async function answerDepartmental(
  origin: string,
  request: FastifyRequest,
  reply: FastifyReply,
  options: CorsOptions,
): Promise<void> {
  if (await isAllowed(origin, request, options)) return allow(request, reply, origin);
  if (isOwn(origin, request, options) || request.method === 'GET' || request.method === 'HEAD') return;
  throw new ProblemError('origin.not-allowed');
}

async function isAllowed(origin: string, request: FastifyRequest, options: CorsOptions): Promise<boolean> {
  if (options.allowLoopback && isLoopback(origin)) return true;
  const departments = await departmentsOf(request, options.catalogue);
  // Only a survey may be used from a page without an origin (a sandboxed frame), and only where its department says so.
  const { slug } = request.params as { slug?: string };
  const isForSurvey = slug !== undefined && (await options.catalogue.published(slug))?.kind !== 'service';
  return departments.some((department) =>
    origin === 'null' ? isForSurvey && department.allowsNullOrigin : department.origins.has(origin),
  );
}

/** The department a survey or service belongs to; for everything that names none, all of them. */
async function departmentsOf(request: FastifyRequest, catalogue: Catalogue): Promise<readonly Department[]> {
  const { slug } = request.params as { slug?: string };
  const departments = await catalogue.departments();
  const published = slug === undefined ? undefined : await catalogue.published(slug);
  const own = published && departments.get(published.department);
  return own ? [own] : [...departments.values()];
}

/** Whether a page of this very server asks, which needs no permission. */
function isOwn(origin: string, request: FastifyRequest, { ownOrigin }: CorsOptions): boolean {
  if (request.headers['sec-fetch-site'] === 'same-origin') return true;
  return origin === ownOrigin() || origin.replace(/^https?:\/\//, '') === request.headers.host;
}

function allow(request: FastifyRequest, reply: FastifyReply, origin: string): void {
  reply.header('Access-Control-Allow-Origin', origin).header('Access-Control-Expose-Headers', exposed);
  if (request.method !== 'OPTIONS') return;
  reply
    .header('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT')
    .header('Access-Control-Allow-Headers', 'Content-Type, Content-Range, Idempotency-Key')
    .header('Access-Control-Max-Age', '7200');
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from './network.ts';
import { ProblemError } from './problem-error.ts';
import { TokenBuckets, type Rate } from './token-buckets.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request of this route counts as; absent: not limited. */
    limit?: 'read' | 'write';
  }
  interface FastifyRequest {
    /** Says that this request does not count: the same answer was given before. */
    uncount(): void;
  }
}

const defaultRate: Rate = { burst: 300, perSecond: 10 };

/**
 * Limits requests per network. Reading and sending are counted apart, so that an office whose pages were opened a
 * thousand times can still send its forms.
 */
export function limitRates(
  app: FastifyInstance,
  { now, rate = defaultRate }: { now: () => number; rate?: Rate },
): void {
  const buckets = new TokenBuckets(rate, now);
  app.decorateRequest('uncount', function (this: FastifyRequest) {
    const caller = callerOf(this);
    if (caller) buckets.giveBack(caller);
  });
  app.addHook('onRequest', (request, reply, done) => {
    const caller = callerOf(request);
    if (!caller) return done();
    const { granted, remaining, reset, retryAfter } = buckets.take(caller);
    const headers = {
      'X-RateLimit-Limit': String(rate.burst),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(reset),
    };
    reply.headers(headers);
    if (granted) return done();
    done(new ProblemError('request.rate-limited', { headers: { 'Retry-After': String(retryAfter) } }));
  });
}

/** Stands in where rates are not limited. */
export function leaveRates(app: FastifyInstance): void {
  app.decorateRequest('uncount', () => undefined);
}

function callerOf(request: FastifyRequest): string | undefined {
  const { limit } = request.routeOptions.config;
  return limit && request.method !== 'OPTIONS' ? `${limit} ${networkOf(request.ip)}` : undefined;
}

import type { Fault } from '../faults/fault.ts';
import type { Random } from '../random.ts';
import type { Message } from './message-reader.ts';

/** What is to happen to one request; without a fault it passes. */
export interface Planned {
  readonly fault: Fault | undefined;
  readonly random: Random;
}

export type Plan = (request: Message) => Planned;

export const keyOf = (request: Message): string => request.headers.get('idempotency-key') ?? '';

export const methodOf = (request: Message): string => request.start.slice(0, request.start.indexOf(' '));

/** What carries an answer or a file of one. Definitions, pages and scripts pass: nobody's words are in them. */
const isAtStake = (request: Message): boolean => keyOf(request) !== '' && methodOf(request) !== 'OPTIONS';

export interface SeededPlan {
  readonly random: Random;
  readonly faults: readonly Fault[];
  /** Share of requests that meet a fault. */
  readonly share: number;
  /** From this attempt on a submission's requests pass: in the end every network is good for a moment. */
  readonly calmAfter: number;
}

/**
 * Draws a fault per attempt from the seed, the submission's key and the number of the attempt alone: thousands of
 * clients in whatever order meet the same faults again under the same seed.
 */
export const seededPlan = ({ random, faults, share, calmAfter }: SeededPlan): Plan => {
  const attempts = new Map<string, number>();
  const total = faults.reduce((sum, { weight }) => sum + weight, 0);
  const draw = (source: Random): Fault => {
    let left = source.next() * total;
    return faults.find(({ weight }) => (left -= weight) < 0) ?? faults.at(-1)!;
  };
  return (request) => {
    if (!isAtStake(request)) return { fault: undefined, random };
    const key = keyOf(request);
    const attempt = attempts.get(key) ?? 0;
    attempts.set(key, attempt + 1);
    const own = random.fork(`${key} ${attempt}`);
    return { fault: attempt < calmAfter && own.chance(share) ? draw(own) : undefined, random: own };
  };
};

/** Every request passes. */
export const calm = (random: Random): Plan => seededPlan({ random, faults: [], share: 0, calmAfter: 0 });

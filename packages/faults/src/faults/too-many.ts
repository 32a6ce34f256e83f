import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** 429 of a firewall, or of our own server, with and without a time. */
export const tooMany: Fault = {
  name: '429',
  weight: 1,
  async apply({ random, reply }) {
    const ours = { type: 'urn:cmto:problem:request.rate-limited', title: 'Too many', status: 429 };
    await reply(
      makeAnswer({
        status: 429,
        headers: random.chance(0.5) ? { 'Retry-After': String(random.between(1, 60)) } : {},
        ...random.pick([
          { type: 'application/problem+json', body: JSON.stringify({ ...ours, code: 'request.rate-limited' }) },
          { type: 'text/plain', body: 'slow down' },
        ]),
      }),
    );
  },
};

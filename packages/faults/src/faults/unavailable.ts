import { htmlPage, makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** 503, with and without a time after which to come back: in seconds or as a date. */
export const unavailable: Fault = {
  name: '503',
  weight: 1,
  async apply({ random, reply }) {
    const wait = random.pick<Readonly<Record<string, string>>>([
      {},
      { 'Retry-After': String(random.between(1, 120)) },
      { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() },
    ]);
    await reply(makeAnswer({ status: 503, body: htmlPage('Manutenzione'), headers: wait }));
  },
};

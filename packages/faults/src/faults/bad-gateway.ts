import { htmlPage, makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** The proxy in front of the server cannot reach it, or says so though the server has stored the answer. */
export const badGateway: Fault = {
  name: '502',
  weight: 1,
  async apply({ random, forward, reply }) {
    if (random.chance(0.5)) await forward();
    await reply(makeAnswer({ status: random.pick([502, 504]), body: htmlPage('Bad Gateway') }));
  },
};

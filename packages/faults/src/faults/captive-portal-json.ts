import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** 200 or 201 with JSON that is no receipt. */
export const captivePortalJson: Fault = {
  name: 'captive portal, JSON',
  weight: 2,
  async apply({ random, reply }) {
    const body = random.pick(['{"status":"ok"}', '{}', '[]', 'null', '"ok"', '{"login":"http://127.0.0.1/"}']);
    await reply(makeAnswer({ status: random.pick([200, 201, 202]), type: 'application/json', body }));
  },
};

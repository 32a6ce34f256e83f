import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** A redirect to a page that answers 200: whoever follows it has sent nothing and is told that all is well. */
export const redirect: Fault = {
  name: 'redirect',
  weight: 1,
  async apply({ random, reply }) {
    const status = random.pick([301, 302, 303, 307, 308]);
    await reply(makeAnswer({ status, headers: { Location: '/api/v1/status' } }));
  },
};

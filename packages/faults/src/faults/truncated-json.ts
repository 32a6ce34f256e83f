import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** The answer's JSON ends too early, and the head says that this is all. */
export const truncatedJson: Fault = {
  name: 'truncated JSON',
  weight: 2,
  async apply({ random, forward, reply }) {
    const { bytes, bodyAt } = await forward();
    const body = bytes.subarray(bodyAt);
    const left = body.subarray(0, random.between(0, Math.max(0, body.length - 1)));
    await reply(makeAnswer({ status: 201, type: 'application/json', body: left }));
  },
};

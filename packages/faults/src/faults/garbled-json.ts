import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** Some bytes of the answer's JSON are not what the server wrote. */
export const garbledJson: Fault = {
  name: 'garbled JSON',
  weight: 2,
  async apply({ random, forward, reply }) {
    const { bytes, bodyAt } = await forward();
    const body = Buffer.from(bytes.subarray(bodyAt));
    // NUL is in no JSON text: a letter for a letter would be another receipt, which only TLS can tell.
    for (let round = 0; round < 3 && body.length > 0; round += 1) body[random.between(0, body.length - 1)] = 0;
    await reply(makeAnswer({ status: 201, type: 'application/json', body }));
  },
};

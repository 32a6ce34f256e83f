import type { Fault } from './fault.ts';

/** The connection breaks at some byte of the answer. */
export const responseCut: Fault = {
  name: 'cut at a byte of the response',
  weight: 3,
  async apply({ random, forward, reply, breakOff }) {
    const { bytes } = await forward();
    await reply(bytes.subarray(0, random.between(1, bytes.length - 1)));
    breakOff(random.pick(['end', 'reset']));
  },
};

import type { Fault } from './fault.ts';

/** The request arrives again later, after others and beside them, when nobody waits for its answer any more. */
export const replayedLater: Fault = {
  name: 'replayed later, in another order',
  weight: 2,
  async apply({ random, forward, forwardLater, reply, breakOff }) {
    forwardLater();
    // Half of these clients have never heard of the first attempt either.
    if (random.chance(0.5)) return breakOff('reset');
    const { bytes } = await forward();
    await reply(bytes);
  },
};

import type { Fault } from './fault.ts';

/** The whole request arrives twice at once, on two connections, as browsers do on a connection that died. */
export const duplicate: Fault = {
  name: 'duplicate delivery',
  weight: 3,
  async apply({ random, forward, forwardApart, reply }) {
    // Each may break off by itself; the client gets what is there.
    const answers = await Promise.allSettled([forward(), forwardApart()]);
    const arrived = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    if (arrived.length === 0) throw (answers[0] as PromiseRejectedResult).reason;
    await reply(random.pick(arrived).bytes);
  },
};

import type { Fault } from './fault.ts';

/** The server goes away and comes back while this request and others are under way. */
export const serverRestarted: Fault = {
  name: 'server restarted in between',
  weight: 0.01,
  async apply({ forward, reply, restartServer }) {
    const [answer] = await Promise.allSettled([forward(), restartServer()]);
    if (answer.status === 'rejected') throw answer.reason;
    await reply(answer.value.bytes);
  },
};

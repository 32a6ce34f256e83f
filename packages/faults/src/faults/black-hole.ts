import type { Fault } from './fault.ts';

/** The request is swallowed; nothing comes back until the client gives up. */
export const blackHole: Fault = {
  name: 'black hole',
  weight: 2,
  async apply(exchange) {
    await exchange.hold();
  },
};

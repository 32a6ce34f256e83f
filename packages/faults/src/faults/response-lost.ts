import type { Fault } from './fault.ts';

/** The server has stored the answer; the client never hears of it. */
export const responseLost: Fault = {
  name: 'response lost after commit',
  weight: 3,
  async apply(exchange) {
    await exchange.forward();
    exchange.breakOff(exchange.random.pick(['end', 'reset']));
  },
};

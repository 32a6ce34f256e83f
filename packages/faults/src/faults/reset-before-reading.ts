import type { Fault } from './fault.ts';

/** The connection is refused in the middle of the client's talk; nothing of it reaches the server. */
export const resetBeforeReading: Fault = {
  name: 'reset before reading',
  weight: 2,
  async apply(exchange) {
    exchange.breakOff('reset');
  },
};

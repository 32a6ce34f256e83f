import type { Fault } from './fault.ts';

/** The server stores the answer, but what it says comes when the client has given up. */
export const lateAnswer: Fault = {
  name: 'answer after the client gave up',
  weight: 2,
  async apply(exchange) {
    const answer = await exchange.forward();
    await exchange.hold();
    await exchange.reply(answer.bytes);
  },
};

import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** A cache between gives the receipt of another submission: a perfect one, but not ours. */
export const anothersReceipt: Fault = {
  name: "another's receipt",
  weight: 2,
  async apply({ reply, anotherAnswer }) {
    const other = anotherAnswer()?.bytes;
    await reply(other ?? makeAnswer({ status: 200, type: 'application/json', body: '{}' }));
  },
};

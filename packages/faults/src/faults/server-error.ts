import { makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** Something before the server answers 500, with a body of its own. */
export const serverError: Fault = {
  name: '500',
  weight: 1,
  async apply({ random, reply }) {
    await reply(
      makeAnswer(
        random.pick([
          { status: 500, type: 'text/plain', body: 'Internal Server Error' },
          { status: 500, type: 'application/json', body: '{"error":"upstream"}' },
          { status: 500 },
        ]),
      ),
    );
  },
};

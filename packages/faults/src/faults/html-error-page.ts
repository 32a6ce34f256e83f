import { htmlPage, makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** A firewall's page with a status that would mean something, came it from our server. */
export const htmlErrorPage: Fault = {
  name: 'HTML error page',
  weight: 2,
  async apply({ random, reply }) {
    const status = random.pick([400, 401, 403, 404, 405, 407, 409, 410, 422, 451]);
    await reply(makeAnswer({ status, body: htmlPage('Accesso bloccato') }));
  },
};

import { htmlPage, makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** The train's network answers 200 to everything, with its sign-in page. */
export const captivePortal: Fault = {
  name: 'captive portal, HTML',
  weight: 2,
  async apply({ reply }) {
    await reply(makeAnswer({ status: 200, reason: 'OK', body: htmlPage('Wi-Fi gratuito') }));
  },
};

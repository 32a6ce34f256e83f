import { htmlPage, makeAnswer } from '../proxy/answers.ts';
import type { Fault } from './fault.ts';

/** A proxy's own limit on bodies: not our server's 413, so the network's answer. */
export const tooLarge: Fault = {
  name: '413 of a proxy',
  weight: 1,
  async apply({ reply }) {
    await reply(makeAnswer({ status: 413, body: htmlPage('Request Entity Too Large') }));
  },
};

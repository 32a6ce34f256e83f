import type { Fault } from './fault.ts';

/** The connection breaks at some byte of the request, the first and the last but one included. */
export const requestCut: Fault = {
  name: 'cut at a byte of the request',
  weight: 3,
  async apply({ request, random, forwardPart, breakOff }) {
    const ending = random.pick(['end', 'reset'] as const);
    await forwardPart(random.between(1, request.bytes.length - 1), ending);
    breakOff(ending);
  },
};

import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';

/** At most this many pieces: a big file does not come byte by byte. */
const most = 12;

const cut = (bytes: Buffer, random: Random): Buffer[] => {
  const places = Array.from({ length: most - 1 }, () => random.between(1, bytes.length - 1)).sort((a, b) => a - b);
  return [...places, bytes.length].map((end, at) => bytes.subarray(places[at - 1] ?? 0, end));
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Request and answer come in pieces, cut anywhere, even inside a letter. */
export const trickle: Fault = {
  name: 'trickle',
  weight: 2,
  async apply({ request, random, forward, reply }) {
    const answer = await forward(slowly(cut(request.bytes, random)));
    for (const piece of cut(answer.bytes, random)) {
      await reply(piece);
      await pause();
    }
  },
};

/** A pause between two pieces, or the system would put them together again. */
async function* slowly(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    yield piece;
    await pause();
  }
}

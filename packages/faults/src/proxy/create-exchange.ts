import type { Socket } from 'node:net';
import type { Exchange } from './exchange.ts';
import type { Upstream } from './upstream.ts';
import { breakOff, write } from './wire.ts';

type ByProxy = 'request' | 'random' | 'forward' | 'forwardApart' | 'forwardLater' | 'anotherAnswer' | 'restartServer';

export interface ExchangeParts extends Pick<Exchange, ByProxy> {
  readonly client: Socket;
  readonly upstream: Upstream;
  /** Settles when the client has gone, or has given up. */
  readonly gone: Promise<void>;
  announceHold(): void;
}

/** An exchange over real connections. Its members are functions of their own: a fault takes those it needs. */
export const createExchange = ({ client, upstream, gone, announceHold, ...parts }: ExchangeParts): Exchange => ({
  ...parts,
  forwardPart: (length, ending) => upstream.sendPart(parts.request.bytes.subarray(0, length), ending),
  reply: (bytes) => write(client, bytes),
  breakOff: (ending) => breakOff(client, ending),
  hold() {
    announceHold();
    return gone;
  },
});

import type { Random } from '../random.ts';
import type { Message } from './message-reader.ts';
import type { Pieces } from './upstream.ts';
import type { Ending } from './wire.ts';

/** One request as it came from a client, and all that can be done with it on its way. */
export interface Exchange {
  readonly request: Message;
  /** Draws that belong to this exchange alone. */
  readonly random: Random;
  /** Sends the request on, whole, in these pieces if given; answers the whole answer. */
  forward(pieces?: Pieces): Promise<Message>;
  /** The same on a connection of its own, as browsers do when they repeat a request. */
  forwardApart(): Promise<Message>;
  /** Sends only the first bytes on, then breaks the connection to the server off. */
  forwardPart(length: number, ending: Ending): Promise<void>;
  /** Sends the request on once more, later, after others. */
  forwardLater(): void;
  /** Gives bytes to the client. */
  reply(bytes: Buffer): Promise<void>;
  /** Breaks the connection to the client off. */
  breakOff(ending: Ending): void;
  /** Nothing more will come: tells whoever drives the client, so that its patience need not take real time, and waits. */
  hold(): Promise<void>;
  /** Another answer that the server has given, to another request. */
  anotherAnswer(): Message | undefined;
  /** The server is stopped and started again. */
  restartServer(): Promise<void>;
}

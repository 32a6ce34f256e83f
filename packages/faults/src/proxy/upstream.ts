import { connect, type Socket } from 'node:net';
import { type Message, MessageReader } from './message-reader.ts';
import { breakOff, type Ending, write } from './wire.ts';

/** A request in the pieces in which it is to be sent. */
export type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;

/** The connection to the server broke before the answer was whole. */
export class UpstreamBroken extends Error {}

/** One connection to the server, opened when it is first needed and kept as a browser keeps its own. */
export class Upstream {
  readonly #port: () => number;
  #socket: Socket | undefined;

  /** `port`: where the server is now; a balancing proxy answers another one each time. */
  constructor(port: () => number) {
    this.#port = port;
  }

  /** Sends a whole request and reads the whole answer. Rejects with `UpstreamBroken`. */
  async exchange(request: Message, pieces: Pieces = [request.bytes]): Promise<Message> {
    const socket = await this.#open();
    const answer = this.#readAnswer(socket, request.start.startsWith('HEAD '));
    // Heard before the last piece is out: a server may refuse, or die, in the middle.
    answer.catch(() => undefined);
    for await (const piece of pieces) await write(socket, piece);
    return answer;
  }

  /** Sends a part of a request, then breaks the connection off. */
  async sendPart(bytes: Buffer, ending: Ending): Promise<void> {
    const socket = await this.#open();
    await write(socket, bytes);
    breakOff(socket, ending);
    this.#socket = undefined;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open(): Promise<Socket> {
    const known = this.#socket;
    if (known && !known.destroyed && known.writable) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port: this.#port(), noDelay: true });
      this.#socket = socket;
      socket.once('connect', () => resolve(socket));
      socket.once('error', (error) => reject(new UpstreamBroken(error.message)));
      // Later errors are told by 'close'.
      socket.on('error', () => undefined);
    });
  }

  #readAnswer(socket: Socket, headOnly: boolean): Promise<Message> {
    const reader = new MessageReader();
    reader.headOnly = headOnly;
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        socket.off('data', hear).off('close', broken).off('end', broken);
      };
      const broken = (): void => {
        stop();
        socket.destroy();
        reject(new UpstreamBroken('the server broke the connection off'));
      };
      const hear = (chunk: Buffer): void => {
        const answer = reader.read(chunk);
        if (!answer) return;
        stop();
        if (answer.headers.get('connection') === 'close') socket.destroy();
        resolve(answer);
      };
      socket.on('data', hear).on('close', broken).on('end', broken);
    });
  }
}

import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Random } from '../random.ts';
import { createExchange } from './create-exchange.ts';
import type { Exchange } from './exchange.ts';
import { type Message, MessageReader } from './message-reader.ts';
import { keyOf, methodOf, type Plan } from './plan.ts';
import { Replays } from './replays.ts';
import { Upstream } from './upstream.ts';
import { breakOff, closed, write } from './wire.ts';

export interface ProxyOptions {
  /** Where the server is: asked anew for each connection. */
  readonly serverPort: () => number;
  readonly plan: Plan;
  /** Answers some requests by itself, without the server. */
  readonly ownAnswer?: (request: Message) => Buffer | undefined;
  readonly restartServer?: () => Promise<void>;
  /** Hears of every whole answer that the server gave, whether or not its client ever gets it. */
  readonly onAnswer?: (request: Message, answer: Message) => void;
  /** Hears that the answer to a request will not come before its client gives up. */
  readonly onHeld?: (request: Message) => void;
}

/** A client's connection and the one to the server that goes with it. */
interface Connection {
  readonly client: Socket;
  readonly upstream: Upstream;
  readonly gone: Promise<void>;
}

/** Stands between clients and the server on the loopback, and breaks what the plan says. Reaches no other host. */
export class FaultProxy {
  readonly #options: ProxyOptions;
  readonly #server: Server;
  readonly #clients = new Set<Socket>();
  readonly #replays: Replays;
  readonly #counts = new Map<string, number>();
  #lastAnswer: { readonly key: string; readonly answer: Message } | undefined;

  private constructor(options: ProxyOptions) {
    this.#options = options;
    this.#server = createServer({ noDelay: true }, (client) => this.#serve(client));
    this.#replays = new Replays((request) => this.#sendApart(request));
  }

  static async open(options: ProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Where it listens: on this machine alone. */
  get address(): string {
    return (this.#server.address() as AddressInfo).address;
  }

  /** How often each fault has happened, and under `passed` what met none. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Sends what was to be replayed later and has not been yet, all at once, and waits for the answers. */
  settle(): Promise<void> {
    return this.#replays.sendAll();
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(client: Socket): void {
    this.#clients.add(client);
    const upstream = new Upstream(this.#options.serverPort);
    const reader = new MessageReader();
    const connection: Connection = { client, upstream, gone: closed(client) };
    let last: Promise<void> = Promise.resolve();
    client.on('error', () => undefined);
    void connection.gone.then(() => {
      this.#clients.delete(client);
      // Not at once: what was under way reaches the server, whether or not its client still listens.
      return last.then(() => upstream.close());
    });
    client.on('data', (chunk) => {
      const request = reader.read(chunk);
      if (request) last = last.then(() => this.#handle(connection, request));
    });
  }

  async #handle(connection: Connection, request: Message): Promise<void> {
    const { client, upstream } = connection;
    const { plan, ownAnswer } = this.#options;
    const own = ownAnswer?.(request);
    if (own) return write(client, own);
    const { fault, random } = plan(request);
    const name = fault?.name ?? 'passed';
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    this.#replays.turn();
    try {
      if (fault) return await fault.apply(this.#exchange(connection, request, random));
      const answer = await this.#forward(upstream, request);
      await write(client, answer.bytes);
      if (answer.headers.get('connection') === 'close') breakOff(client, 'end');
    } catch {
      // The server broke off: so does a proxy that knows nothing of what it carries.
      breakOff(client, 'reset');
    }
  }

  #exchange({ client, upstream, gone }: Connection, request: Message, random: Random): Exchange {
    return createExchange({
      client,
      upstream,
      request,
      random,
      gone,
      forward: (pieces) => this.#forward(upstream, request, pieces),
      forwardApart: () => this.#sendApart(request),
      forwardLater: () => this.#replays.add(request, random),
      announceHold: () => this.#options.onHeld?.(request),
      anotherAnswer: () => (this.#lastAnswer?.key === keyOf(request) ? undefined : this.#lastAnswer?.answer),
      restartServer: async () => this.#options.restartServer?.(),
    });
  }

  async #forward(upstream: Upstream, request: Message, pieces?: Parameters<Upstream['exchange']>[1]): Promise<Message> {
    const answer = await upstream.exchange(request, pieces);
    this.#options.onAnswer?.(request, answer);
    if (methodOf(request) === 'POST' && answer.start.startsWith('HTTP/1.1 20')) {
      this.#lastAnswer = { key: keyOf(request), answer };
    }
    return answer;
  }

  async #sendApart(request: Message): Promise<Message> {
    const upstream = new Upstream(this.#options.serverPort);
    try {
      return await this.#forward(upstream, request);
    } finally {
      upstream.close();
    }
  }
}

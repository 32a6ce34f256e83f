import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Lifetime } from './database.ts';
import { noon } from './test-server.ts';

/** How an official register behaves towards a document. */
export type Mood =
  | 'answers'
  /** Gives a number and never answers. */
  | 'silent'
  /** Gives a number and breaks the connection. */
  | 'dies'
  /** Gives a number and says so twice. */
  | 'twice'
  /** Gives a number and says 202. */
  | 'later'
  | 'garbage'
  | 'html'
  | 'endless'
  | 'redirects'
  | 'busy'
  | 'refuses'
  | 'last-year'
  /** Gives everybody the number that it gave last. */
  | 'repeats'
  /** Takes nothing in and gives no number. */
  | 'down';

/** A message that came, once its signature was found good. */
export interface Posted {
  readonly operation: string;
  readonly key: string;
  readonly [name: string]: unknown;
}

/** A real HTTP server that keeps a register as another administration's would, and fails as those do. */
export class OfficialRegister {
  mood: Mood = 'answers';
  /** Whether it answers when it is asked about a key. */
  lookups: 'answers' | 'garbage' | 'down' = 'answers';
  /** Called when a message has come, before anything is made of it. */
  before: (message: Posted) => void = () => undefined;
  /** Date in its own clock. */
  date = '2026-11-20';
  readonly posted: Posted[] = [];
  /** Headers of each of those. */
  readonly headers: IncomingMessage['headers'][] = [];
  /** Messages whose signature was not good. */
  forged = 0;
  /** Numbers by key: one that is here was given. */
  readonly numbers = new Map<string, object>();
  /** Keys of what it has annulled, with what it was told of each. */
  readonly annulled = new Map<string, Posted>();
  /** How often a number was given, whatever the key. */
  given = 0;
  /** Signatures that came, so that none is taken twice. */
  readonly #seen = new Set<string>();
  readonly url: string;
  readonly #server: Server;
  #key: Buffer = Buffer.alloc(0);

  private constructor(url: string, server: Server) {
    this.url = url;
    this.#server = server;
  }

  static async open(test: Lifetime, { idempotent = true } = {}): Promise<OfficialRegister> {
    const server = createServer((request, response) => {
      void office.#answer(request, response, idempotent);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const office: OfficialRegister = new OfficialRegister(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/protocollo`,
      server,
    );
    test.after(async () => {
      server.closeAllConnections();
      server.close();
    });
    return office;
  }

  /** The key that its office was given. */
  knows(key: Buffer): void {
    this.#key = key;
  }

  count(operation: string): number {
    return this.posted.filter((message) => message.operation === operation).length;
  }

  close(): void {
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse, idempotent: boolean): Promise<void> {
    const body = await buffer(request);
    if (!this.#isGenuine(request.headers, body)) {
      this.forged += 1;
      response.writeHead(401).end();
      return;
    }
    const message = JSON.parse(body.toString()) as Posted;
    this.posted.push(message);
    this.headers.push(request.headers);
    this.before(message);
    if (message.operation === 'lookup') return this.#lookUp(message.key, response);
    if (message.operation === 'annul') return this.#annul(message, request, response);
    if (!message.operation.startsWith('register') && message.operation !== 'add') {
      response.writeHead(200).end('{}');
      return;
    }
    if (['down', 'busy', 'refuses', 'redirects', 'html', 'endless'].includes(this.mood)) return this.#fail(response);
    if (this.mood === 'garbage') return json(response, 200, { registerCode: 'PG', number: '', date: 'ieri' });
    if (this.mood === 'last-year') return json(response, 200, { ...this.#number(), year: 2025, date: '2025-12-31' });
    if (this.mood === 'repeats') return json(response, 200, [...this.numbers.values()].at(-1)!);
    if (!idempotent || !this.numbers.has(message.key)) {
      this.given += 1;
      this.numbers.set(message.key, this.#number());
    }
    if (this.mood === 'silent') return;
    if (this.mood === 'dies') return void request.socket.destroy();
    if (this.mood === 'later') return json(response, 202, {});
    if (this.mood === 'twice') return twice(request.socket, this.numbers.get(message.key)!);
    return json(response, 201, this.numbers.get(message.key)!);
  }

  #annul(message: Posted, request: IncomingMessage, response: ServerResponse): void {
    if (['down', 'busy', 'refuses'].includes(this.mood)) return this.#fail(response);
    if (!this.annulled.has(message.key)) this.annulled.set(message.key, message);
    if (this.mood === 'dies') return void request.socket.destroy();
    json(response, this.mood === 'later' ? 202 : 200, {});
  }

  #number(): object {
    const number = String(4566 + this.given).padStart(7, '0');
    const year = Number(this.date.slice(0, 4));
    return { registerCode: 'PG', year, number, date: this.date, externalId: `doc-${number}` };
  }

  #lookUp(key: string, response: ServerResponse): void {
    if (this.lookups === 'down') return void response.writeHead(404).end();
    if (this.lookups === 'garbage') return void response.writeHead(200).end('<html>benvenuti');
    const number = this.numbers.get(key);
    json(response, 200, number ? { ...number, annulled: this.annulled.has(key) } : { found: false });
  }

  #fail(response: ServerResponse): void {
    if (this.mood === 'down') return void response.destroy();
    if (this.mood === 'busy') return void response.writeHead(503, { 'Retry-After': '60' }).end();
    if (this.mood === 'refuses') return void response.writeHead(422).end('{"error":"oggetto"}');
    if (this.mood === 'redirects') return void response.writeHead(307, { Location: `${this.url}/altrove` }).end();
    if (this.mood === 'html') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
    response.writeHead(200);
    const piece = Buffer.alloc(16 * 1024, ' ');
    const pour = (): void => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', pour);
    };
    pour();
  }

  /** As a receiver's library does: the signature, the time, and not the same one twice. */
  #isGenuine(headers: IncomingMessage['headers'], body: Buffer): boolean {
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = headers;
    const [version, given = ''] = String(signature).split(',');
    const made = createHmac('sha256', this.#key)
      .update(`${String(id)}.${String(at)}.`)
      .update(body)
      .digest();
    const there = Buffer.from(given, 'base64');
    const isFresh = Math.abs(Number(at) * 1000 - this.now()) <= 5 * 60_000 && !this.#seen.has(given);
    this.#seen.add(given);
    return version === 'v1' && there.length === made.length && timingSafeEqual(there, made) && isFresh;
  }

  /** Its clock. */
  now = (): number => noon;
}

const json = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

function twice(socket: Socket, body: object): void {
  const text = JSON.stringify(body);
  const answer = `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`;
  socket.end(answer + answer);
}

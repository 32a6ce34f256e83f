import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Submission } from '@cmto/contract';
import type { StoredRow } from '../../../src/ledger/judge.ts';
import { contentOf, sha256 } from '../../../src/ledger/content.ts';

/** How this server breaks the protocol, if it does. */
export type ServerWay =
  | 'honest'
  /** Stores whatever comes. */
  | 'no-unique-key'
  /** Looks whether the key is there, and inserts a moment later. */
  | 'check-then-insert'
  /** Takes the first bytes of a body for all of it. */
  | 'half-writes'
  /** Says yes, and writes later. */
  | 'answers-before-commit'
  /** A replay gets another receipt. */
  | 'new-receipt-per-replay';

const wholeBody = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
};

const firstBytes = (request: IncomingMessage): Promise<string> =>
  new Promise((resolve) => {
    request.once('data', (piece: Buffer) => resolve(piece.toString()));
    request.once('close', () => resolve(''));
    request.on('error', () => undefined);
  });

/** What the body says; of half a body, what is there. */
const readContent = (body: string): string => {
  try {
    return contentOf(JSON.parse(body) as Submission);
  } catch {
    return body;
  }
};

/** A server in a few lines that keeps the protocol, or breaks it in one way. */
export class DoubleServer {
  readonly #way: ServerWay;
  readonly #server: Server;
  #rows: StoredRow[] = [];
  #uncommitted: StoredRow[] = [];
  #receipts = 0;

  private constructor(way: ServerWay) {
    this.#way = way;
    this.#server = createServer({ keepAlive: true }, (request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async open(way: ServerWay): Promise<DoubleServer> {
    const server = new DoubleServer(way);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get rows(): readonly StoredRow[] {
    return [...this.#rows, ...this.#uncommitted];
  }

  /** As a crash does: what was not committed is gone. */
  restart(): void {
    this.#uncommitted = [];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    if (request.method !== 'POST') return void response.end('{"status":"ok"}');
    const key = String(request.headers['idempotency-key']);
    const content = readContent(await (this.#way === 'half-writes' ? firstBytes(request) : wholeBody(request)));
    await this.#store({ key, content, contentHash: sha256(content) });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(this.#receipt(key, sha256(content))));
  }

  async #store(row: StoredRow): Promise<void> {
    const isKnown = this.rows.some(({ key }) => key === row.key);
    if (this.#way === 'check-then-insert') await new Promise((resolve) => setTimeout(resolve, 25));
    if (isKnown && this.#way !== 'no-unique-key') return;
    if (this.#way === 'answers-before-commit') this.#uncommitted.push(row);
    else this.#rows.push(row);
  }

  #receipt(key: string, contentHash: string) {
    this.#receipts += 1;
    const unlike = this.#way === 'new-receipt-per-replay' ? String(this.#receipts) : key;
    const receiptCode = sha256(unlike).slice(0, 26).toUpperCase();
    const url = `https://partecipa.example.it/r/${receiptCode}`;
    return { id: key, receiptCode, receivedAt: '2026-11-20T09:30:00Z', contentHash, url };
  }
}

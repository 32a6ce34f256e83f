import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** What to send, and for how long. */
export interface Load {
  readonly port: number;
  readonly path: string;
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Load before anything is measured: so many seconds, and so many answers, which take longer on a busy machine. */
  readonly warmUp: { readonly seconds: number; readonly answers: number };
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** 201 answers, those of the warm-up included: what the database has to hold. */
  readonly accepted: number;
  readonly refused: number;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * Sends one request after the other on each connection, each with a key of its own. Raw sockets and a parser of a few
 * lines: the two cores are shared with the service measured, and a full client would measure itself.
 */
export async function sendLoad(load: Load): Promise<Measured> {
  const requests = load.bodies.map((body) => requestWith(load, body));
  const earliest = performance.now() + load.warmUp.seconds * 1000;
  let begin = Infinity;
  let end = Infinity;
  const times: number[] = [];
  let accepted = 0;
  let refused = 0;
  let next = 0;

  const talk = async (): Promise<void> => {
    const connection = await open(load.port);
    while (performance.now() < end) {
      const [head, tail] = requests[next++ % requests.length]!;
      const sent = performance.now();
      const status = await connection.exchange(`${head}${randomUUID()}${tail}`);
      const received = performance.now();
      if (status === 201) accepted += 1;
      else refused += 1;
      if (sent >= begin && received < end) times.push(received - sent);
      if (begin < Infinity || received < earliest || accepted + refused < load.warmUp.answers) continue;
      begin = received;
      end = begin + load.seconds * 1000;
    }
    connection.close();
  };

  await Promise.all(Array.from({ length: load.connections }, talk));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return {
    perSecond: times.length / load.seconds,
    p50: at(0.5),
    p99: at(0.99),
    slowest: times.at(-1)!,
    accepted,
    refused,
  };
}

/** The request before and after its key. */
const requestWith = ({ port, path }: Load, body: string): readonly [string, string] => [
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\n` +
    `Content-Length: ${Buffer.byteLength(body)}\r\nIdempotency-Key: `,
  `\r\n\r\n${body}`,
];

interface Connection {
  exchange(request: string): Promise<number>;
  close(): void;
}

async function open(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let received: Buffer = Buffer.alloc(0);
  let settle: { resolve(status: number): void; reject(error: Error): void } | undefined;
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () => settle?.reject(new Error('the connection was closed')));
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const status = statusOf(received);
    if (status === undefined) return;
    received = Buffer.alloc(0);
    settle?.resolve(status);
  });
  return {
    exchange: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      settle = undefined;
      socket.destroy();
    },
  };
}

/** The status once the whole answer is there; every answer measured here has a Content-Length. */
function statusOf(received: Buffer): number | undefined {
  const end = received.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  return received.length >= end + headEnd.length + length ? Number(head.slice(9, 12)) : undefined;
}

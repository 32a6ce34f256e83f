import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Lifetime } from './database.ts';

/** Stands between a client and the server it means, and can fail as a network or a machine does. */
export class TcpGate {
  readonly #server: Server;
  readonly #target: { readonly host: string; readonly port: number };
  readonly #sockets = new Set<Socket>();
  #open = true;
  #cutAfter: string | undefined;
  /** How often somebody came while it was shut. */
  refused = 0;

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = createServer((client) => this.#pass(client));
  }

  /** A gate before the server that `url` names, and the same URL through the gate. */
  static async before(url: string, test: Lifetime): Promise<{ gate: TcpGate; url: string }> {
    const through = new URL(url);
    const gate = new TcpGate({ host: through.hostname, port: Number(through.port) });
    gate.#server.listen(0, '127.0.0.1');
    await once(gate.#server, 'listening');
    test.after(async () => {
      gate.shut();
      gate.#server.close();
    });
    through.port = String((gate.#server.address() as AddressInfo).port);
    return { gate, url: through.href };
  }

  /** Breaks every connection and takes no more. */
  shut(): void {
    this.#open = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  open(): void {
    this.#open = true;
  }

  /** The next message that holds these words arrives, but its answer does not. */
  cutAfter(words: string): void {
    this.#cutAfter = words;
  }

  #pass(client: Socket): void {
    if (!this.#open) {
      this.refused += 1;
      client.destroy();
      return;
    }
    const server = connect(this.#target);
    let last = false;
    this.#join(client, server);
    client.on('data', (chunk) => {
      if (this.#cutAfter !== undefined && chunk.includes(this.#cutAfter)) {
        this.#cutAfter = undefined;
        last = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (last) client.destroy();
      else client.write(chunk);
    });
  }

  #join(one: Socket, other: Socket): void {
    for (const [socket, peer] of [
      [one, other],
      [other, one],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        peer.destroy();
      });
    }
  }
}

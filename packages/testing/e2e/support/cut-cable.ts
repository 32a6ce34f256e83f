import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way between a browser and a site, as a cable that can be cut in the middle of an upload. */
export class CutCable {
  readonly url: string;
  /** Bytes of uploads that the site was given. */
  uploaded = 0;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cutAt = Infinity;
  #down = false;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async to(site: string): Promise<CutCable> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cable = new CutCable(server);
    server.on('connection', (socket) => cable.#carry(socket, Number(new URL(site).port)));
    return cable;
  }

  /** Cuts every connection once so many bytes of uploads have passed; then there is no network until it is mended. */
  cutAfter(bytes: number): void {
    this.#cutAt = bytes;
  }

  mend(): void {
    this.#cutAt = Infinity;
    this.#down = false;
  }

  async close(): Promise<void> {
    this.#cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #cut(): void {
    this.#down = true;
    for (const socket of this.#open) socket.destroy();
  }

  #carry(browser: Socket, port: number): void {
    if (this.#down) return void browser.destroy();
    const site = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [browser, site],
      [site, browser],
    ] as const) {
      this.#open.add(socket);
      // Whatever ends one side ends the other.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
    site.pipe(browser);
    let isUpload = false;
    browser.on('data', (chunk: Buffer) => {
      // Requests follow each other on one connection; what is not the head of one belongs to the one before.
      const method = /^(GET|HEAD|POST|PUT|OPTIONS) /.exec(chunk.toString('latin1', 0, 8))?.[1];
      if (method) isUpload = method === 'PUT';
      const room = this.#cutAt - this.uploaded;
      const passed = isUpload ? chunk.subarray(0, room) : chunk;
      if (isUpload) this.uploaded += passed.length;
      if (passed.length === chunk.length) return void site.write(passed);
      site.write(passed, () => this.#cut());
    });
  }
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another site, with pages of the test's own that use the service. */
export class OtherSite {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Serves these pages by their paths, all with these headers. */
  static async open(pages: Readonly<Record<string, string>>, headers: Record<string, string> = {}): Promise<OtherSite> {
    const server = createServer(({ url = '' }, response) => {
      const page = pages[url.replace(/\?.*/, '')];
      response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OtherSite(server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

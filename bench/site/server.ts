import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { buildFloor } from './build-floor.ts';
import { compress } from './compress.ts';
import { kitFiles } from './kit-files.ts';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Body {
  readonly type: string;
  readonly compressed: Buffer;
  readonly raw: number;
}

/** What the browser is measured against: every body precompressed, nothing computed during a request. */
export interface Site extends AsyncDisposable {
  readonly origin: string;
  /** Makes a page or a definition available at a path. */
  put(path: string, type: '.html' | '.json', text: string): void;
  /** Bytes of a body as sent; `undefined` if the path is unknown. */
  bytesOf(path: string): { compressed: number; raw: number } | undefined;
}

/** Starts the site on a free port of the loopback interface. */
export async function openSite(): Promise<Site> {
  const bodies = new Map<string, Body>();
  const put = (path: string, type: string, body: Buffer) => {
    bodies.set(path, { type, compressed: compress(body), raw: body.length });
  };
  for (const [path, code] of await buildFloor()) put(`/floor/${path}`, types['.js']!, Buffer.from(code));
  for (const [path, body] of kitFiles()) {
    put(`/kit/v1/${path}`, types[extname(path)] ?? 'application/octet-stream', body);
  }
  put('/api/v1/municipalities', types['.json']!, Buffer.from('{"municipalities":[],"zones":[],"note":""}'));
  put('/api/v1/status', types['.json']!, Buffer.from('{"status":"ok"}'));

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') return void response.writeHead(204).end();
    send(response, bodies.get(pathname), pathname);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    put: (path, type, text) => put(path, types[type]!, Buffer.from(text)),
    bytesOf: (path) => {
      const body = bodies.get(path);
      return body && { compressed: body.compressed.length, raw: body.raw };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, body: Body | undefined, path: string): void {
  if (!body) {
    // The favicon is the browser's own idea; anything else missing is a fault of the bench or of the kit.
    if (path !== '/favicon.ico') process.stderr.write(`bench: nothing at ${path}\n`);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  response.writeHead(200, {
    'content-type': body.type,
    'content-encoding': 'br',
    'content-length': body.compressed.length,
    'cache-control': path.startsWith('/api/') ? 'public, max-age=0, must-revalidate' : 'public, max-age=31536000',
    etag: `"${body.raw}"`,
    vary: 'accept-encoding',
  });
  response.end(body.compressed);
}

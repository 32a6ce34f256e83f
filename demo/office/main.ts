// What the trial lacks on one machine, beside the server and never in it: somebody who says who people are, and a
// mailbox. Usage: node demo/office/main.ts SERVER-ORIGIN; it prints the server's settings as one line of JSON.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { DemoIdentityProvider } from './identity-provider.ts';
import { isDemo } from './is-demo.ts';
import { DemoMailbox } from './mailbox.ts';
import { renderLetters } from './pages.ts';
import { sendPage } from './send-page.ts';

const [origin] = process.argv.slice(2);
if (!origin || !isDemo(process.env)) {
  console.error('The demonstration identity is for the trial on one machine only: these settings are not the trial’s.');
  process.exit(1);
}

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const provider = new DemoIdentityProvider(address, `${origin}/api/v1/sign-in/callback`);
const mailbox = new DemoMailbox(() => console.log(`A demonstration e-mail has arrived: ${address}/posta`));
const style = await readFile(new URL('office.css', import.meta.url));

server.on('request', (request, response) => {
  answer(request, response).catch(() => {
    // An address that is over, as one that was kept from yesterday.
    if (!response.headersSent) response.writeHead(400, { 'Content-Type': 'text/plain' });
    response.end('Bad request');
  });
});
console.log(JSON.stringify({ ...provider.environment, ...(await mailbox.open()), mailbox: `${address}/posta` }));

// Whoever has started it is gone.
process.stdin.on('end', () => process.exit()).resume();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/office.css') return void response.writeHead(200, { 'Content-Type': 'text/css' }).end(style);
  if (request.url === '/posta') return sendPage(response, renderLetters(mailbox.letters));
  return provider.answer(request, response);
}

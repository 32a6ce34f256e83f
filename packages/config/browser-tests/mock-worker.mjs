import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORKER = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');

/** Serves msw's service worker at the root, where its scope covers the whole test origin. */
export async function mockWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = WORKER;
}

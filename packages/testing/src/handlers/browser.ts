// First: before the contract's schemas.
import './zod-without-eval.ts';
import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { createMockApi, type MockApi, type MockApiOptions } from './mock-api.ts';

/** The mock service of a page, and the way to the page's own files. */
export interface PageMockApi extends MockApi {
  /** Lets the page's own files whose address matches fail to load (chunks, locales), until the result is called. */
  loseFiles(address: RegExp): () => void;
  /** Holds the page's own files whose address matches back, until the result is called. */
  holdFiles(address: RegExp): () => void;
  stop(): Promise<void>;
}

/**
 * Starts the mock service in this page, behind msw's service worker at `/mockServiceWorker.js`; resolves when requests
 * go through it. `stop` when the tests are over.
 */
export const startMockApi = async (options: MockApiOptions): Promise<PageMockApi> => {
  const api = createMockApi(options);
  const worker = setupWorker(...api.handlers);
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
  return {
    ...api,
    loseFiles(address) {
      worker.use(http.get(address, () => Response.error()));
      return () => worker.resetHandlers();
    },
    holdFiles(address) {
      const { promise, resolve } = Promise.withResolvers<void>();
      worker.use(http.get(address, () => promise.then(() => passthrough())));
      return () => {
        resolve();
        worker.resetHandlers();
      };
    },
    stop: async () => worker.stop(),
  };
};

import { after, before, describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { officeSuite, type Office } from '../../src/api-suite/index.ts';
import { createMockApi } from '../../src/handlers/index.ts';
import { Refusal } from '../../src/handlers/refusal.ts';
import { memoryStore } from '../../src/store/memory-store.ts';

const base = 'https://partecipa.example.it/api/v1';

describe('the msw handlers keep the contract', () => {
  const memory = memoryStore();
  let storing = async (): Promise<void> => undefined;
  const store: typeof memory = {
    ...memory,
    add: async (response) => {
      await storing();
      return memory.add(response);
    },
  };
  const api = createMockApi({ base, store, inFlightLimit: 50 });
  const office: Office = {
    publish: async (survey) => api.publish(survey),
    close: async (slug) => api.publish({ ...api.surveys.current(slug), closesAt: new Date(api.now()).toISOString() }),
    withdraw: async (slug, version) => api.surveys.withdraw(slug, version),
    erase: async (key) => api.erase(key),
    holdStorage: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      storing = () => promise;
      return () => {
        storing = async () => undefined;
        resolve();
      };
    },
    breakStorage: () => {
      storing = () => Promise.reject(new Refusal('server.unavailable', { headers: { 'Retry-After': '30' } }));
      return () => (storing = async () => undefined);
    },
  };
  const server = setupServer(...api.handlers);
  before(() => server.listen());
  after(() => server.close());
  officeSuite({ ask: (path, init) => fetch(base + path, init), office, describe, it });
});

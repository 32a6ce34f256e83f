import { createApiClient } from '../../../src/api/api-client.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import { Outbox } from '../../../src/outbox/outbox.ts';
import type { Entry } from '../../../src/storage/entry.ts';
import type { EntryStore } from '../../../src/storage/entry-store.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

export const api = 'https://partecipa.example.it/api/v1';

/** A store that tells of every draft that it has been given to keep. */
const heard = (store: EntryStore, hear: (draft: Entry) => void): EntryStore => ({
  ...store,
  update: (id, change) =>
    store.update(id, (now) => {
      const next = change(now);
      if (next?.state === 'draft') hear(next);
      return next;
    }),
});

/** What one tab keeps and sends with, over the world's disk and service, as `createDelivery` has it on a real page. */
export const createTabDelivery = (world: World, name: string, page: Page, hear: (draft: Entry) => void): Delivery => {
  const { client = (own) => own, store = (own) => own } = world.sabotage;
  const disk = heard(store(world.disk.store(name)), hear);
  const memory = createMemoryStore();
  const outboxes = new Map<EntryStore, Outbox>();
  const clientOf: Delivery['client'] = (base) => client(createApiClient(base, page));
  return {
    client: clientOf,
    device: page,
    store: async (shared) => (shared ? memory : disk),
    outbox(of) {
      const outbox = outboxes.get(of) ?? new Outbox(of, page, page, clientOf);
      outboxes.set(of, outbox);
      return outbox;
    },
  };
};

import { type ApiClient, createApiClient } from '../api/api-client.ts';
import type { Device, Platform } from '../platform/platform.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import { createMemoryStore } from '../storage/memory-store.ts';
import { openStore } from '../storage/open-store.ts';
import { Outbox } from './outbox.ts';

/** What a page talks to the server with: one client per API base, each store opened once, one sender over each. */
export interface Delivery {
  client(base: string): ApiClient;
  /** The entries on this device; in memory for a shared device. Never rejects. */
  store(shared: boolean): Promise<EntryStore>;
  outbox(store: EntryStore): Outbox;
  readonly device: Device;
}

export const createDelivery = (platform: Platform, device: Device): Delivery => {
  const clients = new Map<string, ApiClient>();
  const client = (base: string): ApiClient => {
    const known = clients.get(base) ?? createApiClient(base, platform);
    clients.set(base, known);
    return known;
  };
  const stores = new Map<boolean, Promise<EntryStore>>();
  const outboxes = new WeakMap<EntryStore, Outbox>();
  const open = async (shared: boolean): Promise<EntryStore> => (shared ? createMemoryStore() : openStore(platform));
  return {
    client,
    device,
    store(shared) {
      const store = stores.get(shared) ?? open(shared);
      stores.set(shared, store);
      return store;
    },
    outbox(store) {
      const outbox = outboxes.get(store) ?? new Outbox(store, platform, device, client);
      outboxes.set(store, outbox);
      return outbox;
    },
  };
};

import { type ApiClient, createApiClient } from '../api/api-client.ts';
import { kitVersion } from '../kit-version.ts';
import { pageRegistry } from '../page-registry.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
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

const createDelivery = (platform: Platform, device: Device): Delivery => {
  const clients = new Map<string, ApiClient>();
  const client = (base: string): ApiClient => {
    const known = clients.get(base) ?? createApiClient(base, platform);
    clients.set(base, known);
    return known;
  };
  const stores = new Map<boolean, Promise<EntryStore>>();
  const outboxes = new WeakMap<EntryStore, Outbox>();
  const open = async (shared: boolean): Promise<EntryStore> => {
    if (shared) return createMemoryStore();
    const store = await openStore(platform);
    // What cannot be tidied up now is at a later visit.
    device.whenIdle(() => void store.forgetOrphans(platform.now()).catch(() => undefined));
    return store;
  };
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

const deliveries = new WeakMap<Platform, Delivery>();

/**
 * The one delivery over a platform. Over the real page its stores and senders are those of the whole page: the loader's
 * sender has a copy of this code of its own, and two senders would send the parts of one file by turns. A copy of the
 * kit in another version has its own; the two take turns as two tabs do. Rejects when the platform's device cannot be had.
 */
export const deliveryOver = async (
  platform: Platform,
  asked: Device | Promise<Device> = platform.device(),
): Promise<Delivery> => {
  const device = await asked;
  const known = deliveries.get(platform);
  if (known) return known;
  const own = createDelivery(platform, device);
  const senders = (pageRegistry().senders ??= new Map());
  const shared = platform === browserPlatform ? (senders.get(kitVersion) ?? own) : own;
  if (platform === browserPlatform) senders.set(kitVersion, shared);
  // Not the clients: what those throw is told by its class, which each copy has for itself.
  const delivery = { ...own, store: shared.store, outbox: shared.outbox };
  deliveries.set(platform, delivery);
  return delivery;
};

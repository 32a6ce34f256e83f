import type { ApiClient } from '../../../src/api/api-client.ts';
import { KitError } from '../../../src/kit-error.ts';
import type { EntryStore } from '../../../src/storage/entry-store.ts';
import { receiptOf } from './service.ts';

/** Breaks a promise of the delivery on purpose, to show that the model notices. */
export interface Sabotage {
  readonly client?: (client: ApiClient) => ApiClient;
  readonly store?: (store: EntryStore) => EntryStore;
}

/** A sabotage, with the loss that the model names. */
interface Caught extends Sabotage {
  readonly found: RegExp;
}

const keyOf = (options: { headers?: Readonly<Record<string, string>> } | undefined): string =>
  options?.headers?.['Idempotency-Key'] ?? '';

let made = 0;

/** What a careless version might do, in words. */
export const sabotages: Readonly<Record<string, Caught>> = {
  'takes whatever answers for a yes': {
    found: /delivered, and the service has it/,
    client: (client) => ({
      ...client,
      request: (path, options) =>
        client.request(path, options).catch((error: unknown) => {
          if (error instanceof KitError && error.code === 'network.unexpected')
            return receiptOf(keyOf(options), 'a'.repeat(64));
          throw error;
        }),
    }),
  },
  'makes a new key for every attempt': {
    found: /“idea \d+\.” goes out under one key/,
    client: (client) => ({
      ...client,
      request(path, options) {
        made += 1;
        const key = `11111111-0000-4000-8000-${String(made).padStart(12, '0')}`;
        return client.request(path, { ...options, headers: { ...options?.headers, 'Idempotency-Key': key } });
      },
    }),
  },
  'forgets an answer when it begins to send it': {
    found: /what was sent goes out, whatever another tab deletes as a draft/,
    store: (store) => ({
      ...store,
      async update(id, change) {
        const entry = await store.update(id, change);
        if (entry?.state === 'queued' && entry.attempts === 0 && change(entry) === undefined) await store.delete(id);
        return entry;
      },
    }),
  },
  'writes a draft without looking at what another tab has written': {
    found: /“idea \d+\.”, saved in \S+, is somewhere/,
    store: (store) => ({
      ...store,
      update: (id, change) => store.update(id, (now) => change(now?.state === 'draft' ? undefined : now)),
    }),
  },
  'gives an answer up after the first failure': {
    found: /the service has refused it/,
    store: (store) => ({
      ...store,
      update: (id, change) =>
        store.update(id, (now) => {
          const next = change(now);
          return next?.state === 'queued' && next.problem ? { ...next, state: 'attention' } : next;
        }),
    }),
  },
};

import { withdrawnMark } from '@cmto/core/outbox/marks';
import type { Entry } from '@cmto/core/storage/entry';

let connection: Promise<IDBDatabase> | undefined;

const connect = (): Promise<IDBDatabase> => {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('cmto-drafts-1');
    request.onupgradeneeded = () => request.result.createObjectStore('entries');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return connection;
};

const inStore = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await connect();
  return new Promise<T>((resolve, reject) => {
    const request = work(database.transaction('entries', mode).objectStore('entries'));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};

/** What this device holds of the person's answers, read past the kit. */
export const kept = (): Promise<Entry[]> => inStore('readonly', (store) => store.getAll() as IDBRequest<Entry[]>);

/** Puts an entry on the device, as an earlier visit would have. */
export const keep = async (entry: Entry): Promise<void> => {
  await inStore('readwrite', (store) => store.put(entry, entry.id));
  localStorage.setItem('cmto-entries', '1');
};

/** Waits until what the device holds is as asked for: reads it again and again. */
export const keptWhen = async (isRight: (entries: Entry[]) => boolean, what: string): Promise<Entry[]> => {
  const end = performance.now() + 20_000;
  for (;;) {
    const entries = await kept();
    if (isRight(entries)) return entries;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}; kept is ${JSON.stringify(entries)}`);
  }
};

/**
 * Says to all that is alive on the page that a person deletes what is kept: a widget of a test that has failed half way
 * would otherwise write anew what it misses, and the next test find it.
 */
export const withdrawAll = async (): Promise<void> => {
  const tab = new BroadcastChannel('cmto-entries');
  // Made last, it hears last.
  const last = new BroadcastChannel('cmto-entries');
  const { promise, resolve } = Promise.withResolvers<void>();
  last.addEventListener('message', ({ data }) => data === '' && resolve());
  for (const { id } of await kept()) tab.postMessage(withdrawnMark + id);
  tab.postMessage('');
  await promise;
  tab.close();
  last.close();
};

/** A device that nobody has answered on. */
export const forgetDevice = async (): Promise<void> => {
  await inStore('readwrite', (store) => store.clear() as IDBRequest<undefined>);
  localStorage.clear();
};

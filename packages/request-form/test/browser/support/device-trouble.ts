/** Keeps everybody else waiting for what the device keeps, until what is returned is called. */
export const holdEntries = async (): Promise<() => void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('cmto-drafts-1');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error));
  });
  const store = database.transaction('entries', 'readwrite').objectStore('entries');
  let isHeld = true;
  await new Promise<void>((resolve) => {
    // A transaction lasts while something is asked of it.
    const ask = (): void => {
      resolve();
      if (isHeld) store.get('nothing').addEventListener('success', ask);
      else database.close();
    };
    store.get('nothing').addEventListener('success', ask);
  });
  return () => (isHeld = false);
};

/** Has the device refuse to keep anything more, as a full disk or a private window does. Returns how to end that. */
export const refuseWrites = (): (() => void) => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  return () => (IDBObjectStore.prototype.put = put);
};

import type { Page } from 'playwright-core';

/** What the device's store of drafts holds now, as JSON. A reader comes after the writers before it. */
export const storedOnDevice = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const request = indexedDB.open('cmto-drafts-1');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error!));
    });
    const all = database.transaction('entries').objectStore('entries').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    database.close();
    return JSON.stringify(all.result);
  });

/** Waits until this text is on the device. */
export const untilStored = async (page: Page, wanted: string): Promise<void> => {
  while (!(await storedOnDevice(page)).includes(wanted));
};

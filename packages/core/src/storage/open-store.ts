import type { Platform } from '../platform/platform.ts';
import { createDeviceStore } from './device-store.ts';
import type { EntryStore } from './entry-store.ts';
import { createMemoryStore } from './memory-store.ts';

/** Milliseconds after which a database that never answers (seen in WebKit) is given up for this page. */
const patience = 3000;

/** The device's store if it answers, else one in memory. Never rejects. */
export const openStore = async (platform: Platform): Promise<EntryStore> => {
  const device = createDeviceStore();
  let stop = (): void => undefined;
  const tooLate = new Promise<false>((resolve) => {
    stop = platform.setTimer(() => resolve(false), patience);
  });
  const works = device.all().then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([works, tooLate]);
  stop();
  return answered ? device : createMemoryStore();
};

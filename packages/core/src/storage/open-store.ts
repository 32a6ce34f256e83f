import type { Platform } from '../platform/platform.ts';
import { createDeviceStore } from './device-store.ts';
import type { EntryStore } from './entry-store.ts';
import { createMemoryStore } from './memory-store.ts';

/**
 * Seconds after which a database that never answers (seen in WebKit) is given up for this page. They are waited for one
 * by one: while a page is stalled, so is its database, and the stall is not to count for more than one of them.
 */
const patience = 6;

/** The device's store if it answers, else one in memory. Never rejects. */
export const openStore = async (platform: Platform): Promise<EntryStore> => {
  const device = createDeviceStore();
  let stop = (): void => undefined;
  const tooLate = new Promise<false>((resolve) => {
    const wait = (seconds: number): void => {
      stop = platform.setTimer(() => (seconds > 1 ? wait(seconds - 1) : resolve(false)), 1000);
    };
    wait(patience);
  });
  const works = device.all().then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([works, tooLate]);
  stop();
  return answered ? device : createMemoryStore();
};

import { browserDevice } from '../platform/browser-device.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import { createDelivery } from './delivery.ts';

/**
 * Sends what waits on this device, on any page, and goes on trying while the page is open. Never rejects. Where a
 * widget sends, too, the two take turns as two tabs do.
 */
export const sendWaiting = async (): Promise<void> => {
  const delivery = createDelivery(browserPlatform, browserDevice);
  await delivery.outbox(await delivery.store(false)).flush();
};

import { browserDevice } from '../platform/browser-device.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import { deliveryOver } from './delivery.ts';

/**
 * Sends what waits on this device, on any page, and goes on trying while the page is open. Never rejects. A widget of
 * the page sends with the same sender.
 */
export const sendWaiting = async (): Promise<void> => {
  const delivery = await deliveryOver(browserPlatform, browserDevice);
  await delivery.outbox(await delivery.store(false)).flush();
};

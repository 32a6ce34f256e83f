import { browserDevice } from '../platform/browser-device.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import { type Delivery, deliveryOver } from './delivery.ts';

/** What keeps and sends on this page, for a tag that needs nothing else of the code that forms bring. */
export const pageDelivery = (): Promise<Delivery> => deliveryOver(browserPlatform, browserDevice);

/**
 * Sends what waits on this device, on any page, and goes on trying while the page is open. Never rejects. A widget of
 * the page sends with the same sender.
 */
export const sendWaiting = async (): Promise<void> => {
  const delivery = await pageDelivery();
  await delivery.outbox(await delivery.store(false)).flush();
};

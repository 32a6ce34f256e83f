import { browserDevice } from '../platform/browser-device.ts';
import { browserPlatform } from '../platform/browser-platform.ts';
import { type Delivery, deliveryOver } from './delivery.ts';

/**
 * Sends what waits on this device, on any page, and goes on trying while the page is open. A widget of the page sends
 * with the same sender; one that needs nothing else of the code that forms bring takes what is answered here.
 */
export const sendWaiting = async (): Promise<Delivery> => {
  const delivery = await deliveryOver(browserPlatform, browserDevice);
  void delivery.outbox(await delivery.store(false)).flush();
  return delivery;
};

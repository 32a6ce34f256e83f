import { createPageServices, type PageServices } from '@cmto/core/context/page-services';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import { alone } from '@cmto/core/platform/exclusively';
import type { Device, Platform } from '@cmto/core/platform/platform';

/** The one outside address that the test page's policy lets requests go to. */
export const base = 'https://partecipa.example.it/api/v1';

/** Timers by which nothing is tried again: what happens next is for the browser or a person to bring about. */
const noRetries: Platform['setTimer'] = (callback, delay) =>
  delay >= 1000 ? () => undefined : browserPlatform.setTimer(callback, delay);

/** Services of a tag, whose sender does nothing once it is gone. */
export const servicesWhile = (isThere: () => boolean): PageServices => {
  const device = async (): Promise<Device> => {
    const real = await browserPlatform.device();
    return {
      ...real,
      // Whatever else sends on this page is not to take this tag's turn.
      exclusively: alone,
      onReachable: (callback) => real.onReachable(() => isThere() && callback()),
      join: real.join && ((listener) => real.join!((about) => isThere() && listener(about))),
    };
  };
  return createPageServices({ ...browserPlatform, setTimer: noRetries, device }, base);
};

import { ContextProvider } from '@lit/context';
import { createPageServices, type PageServices, pageServicesContext } from '@cmto/core/context/page-services';
import { browserPlatform } from '@cmto/core/platform/browser-platform';
import type { Device, Platform } from '@cmto/core/platform/platform';

/** Timers by which nothing is tried again: what happens next is for the browser or a person to bring about. */
export const noRetries: Platform['setTimer'] = (callback, delay) =>
  delay >= 1000 ? () => undefined : browserPlatform.setTimer(callback, delay);

type Changeable = { -readonly [name in keyof PageServices]: PageServices[name] };

/** A device that tells a part of the page nothing any more once that part is gone: no sender outlives its test. */
const deviceWhile = async (isThere: () => boolean, { device = browserPlatform.device }: Partial<Platform>) => {
  const real = await device();
  const onReachable: Device['onReachable'] = (callback) =>
    real.onReachable(() => {
      if (isThere()) callback();
    });
  const join: Device['join'] = real.join && ((listener) => real.join!((about) => isThere() && listener(about)));
  return { ...real, onReachable, join };
};

/** A part of the page with services of its own, as `<cmto-provider>` gives them, for tests to change. */
export const surroundWith = (
  base: string,
  platform: Partial<Platform> = {},
): { services: Changeable; parent: Element } => {
  const parent = document.createElement('div');
  const device = () => deviceWhile(() => parent.isConnected, platform);
  const services: Changeable = { ...createPageServices({ ...browserPlatform, ...platform, device }, base) };
  new ContextProvider(parent, { context: pageServicesContext, initialValue: services });
  document.body.append(parent);
  return { services, parent };
};

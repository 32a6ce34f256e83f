import { KitError } from '../kit-error.ts';
import { createExclusively } from './exclusively.ts';
import { hex } from './hex.ts';
import type { Device, Membership } from './platform.ts';

const listen = (target: EventTarget, types: readonly string[], listener: () => void): (() => void) => {
  for (const type of types) target.addEventListener(type, listener);
  return () => {
    for (const type of types) target.removeEventListener(type, listener);
  };
};

const onVisibility = (state: DocumentVisibilityState, listener: () => void): (() => void) =>
  listen(document, ['visibilitychange'], () => {
    if (document.visibilityState === state) listener();
  });

/** Where the page is; a frame without an address of its own has none. */
const place = (withQuery: boolean): string | undefined => {
  const { protocol, origin, pathname, search } = location;
  return /^https?:$/.test(protocol) ? origin + pathname + (withQuery ? search : '') : undefined;
};

const joinTabs = (listener: (message: string) => void): Membership => {
  const channel = new BroadcastChannel('cmto-entries');
  channel.addEventListener('message', ({ data }) => listener(String(data)));
  return { tell: (message) => channel.postMessage(message), leave: () => channel.close() };
};

/** The real browser's part of what keeping and sending answers needs. */
export const browserDevice: Device = {
  random: () => Math.random(),
  sha256: async (bytes) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
  whenIdle(callback) {
    // Safari has no requestIdleCallback before version 27.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 2000 });
    else setTimeout(callback, 200);
  },
  onReachable(callback) {
    const stops = [listen(window, ['online', 'pageshow'], callback), onVisibility('visible', callback)];
    return () => stops.forEach((stop) => stop());
  },
  onLeaving(callback) {
    const stops = [listen(window, ['pagehide'], callback), onVisibility('hidden', callback)];
    return () => stops.forEach((stop) => stop());
  },
  exclusively: createExclusively(),
  join: typeof BroadcastChannel === 'function' ? joinTabs : undefined,
  page: () => place(false),
  address: () => place(true),
  copy: async (text) => navigator.clipboard.writeText(text),
  position: () =>
    new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
        (error) => reject(new KitError('position.denied', error.message)),
        { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
      );
    }),
  journey: async () => (await import('./browser-journey.ts')).browserJourney,
};

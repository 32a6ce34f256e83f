import { hex } from './hex.ts';
import type { Platform } from './platform.ts';

/** The real page. What only sending and keeping need is in `browser-device.ts`, a chunk that comes later. */
export const browserPlatform: Platform = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  uuid() {
    // Not `crypto.randomUUID`: that one is missing on pages served over plain http.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  },
  setTimer(callback, milliseconds) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  nextTask: () =>
    // Not a timer: nested ones are slowed down, and all of them in a tab in the background.
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    }),
  afterPaint(callback) {
    let due = true;
    const run = (): void => {
      if (due) setTimeout(callback);
      due = false;
    };
    requestAnimationFrame(run);
    // A tab in the background paints nothing, and its form must be whole all the same.
    setTimeout(run, 200);
  },
  device: async () => (await import('./browser-device.ts')).browserDevice,
};

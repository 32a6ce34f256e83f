import { openVirtualDisplay } from './virtual-display.mjs';
import { openWebDriver } from './web-driver.mjs';

/** Keys that are no letters, by their names: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const strokes = (keys) =>
  keys
    .map((key) => KEYS[key] ?? key)
    .flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);

/** Opens WebKitGTK's own small browser, with empty storage, on that display. */
export const openWebKit = ({ driver, browser }, display) =>
  openWebDriver({
    program: driver,
    env: { ...process.env, DISPLAY: display, TZ: 'Europe/Rome', LIBGL_ALWAYS_SOFTWARE: '1' },
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  });

/** WebKitGTK over WebDriver; its driver knows one session only, so each test file gets a driver of its own. */
export function webkitLauncher(programs) {
  let display;
  const visits = new Map();
  return {
    name: 'WebKitGTK',
    type: 'webdriver',
    concurrency: 1,
    async startSession(id, url) {
      display ??= openVirtualDisplay();
      const driver = await openWebKit(programs, (await display).name);
      visits.set(id, { driver, url });
      await driver.send('POST', '/url', { url });
    },
    isActive: (id) => visits.has(id),
    getBrowserUrl: (id) => visits.get(id)?.driver.send('GET', '/url'),
    /** For the runner's own command: letters, or one key by its name. */
    sendKeys: (id, keys) =>
      visits
        .get(id)
        .driver.send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions: strokes(keys) }] }),
    async stopSession(id) {
      const visit = visits.get(id);
      visits.delete(id);
      await visit?.driver.close();
      return {};
    },
    async stop() {
      await (await display)?.close();
    },
    startDebugSession() {
      throw new Error('Debug in Chromium, or open the page in an Epiphany of your own.');
    },
  };
}

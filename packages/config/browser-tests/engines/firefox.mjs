import { launch } from 'puppeteer-core';

const PREFERENCES = {
  'intl.accept_languages': 'it-IT, it',
  // A page that is alone in its window is in front: timers and frames run as for a person.
  'dom.min_background_timeout_value': 4,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Firefox over WebDriver BiDi; each test file in a context of its own, so with empty storage. */
export function firefoxLauncher(executablePath) {
  let browser;
  const visits = new Map();
  const open = () =>
    launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      extraPrefsFirefox: PREFERENCES,
      env: { ...process.env, TZ: 'Europe/Rome' },
      timeout: 60_000,
    });
  return {
    name: 'Firefox',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      browser ??= open();
      const context = await (await browser).createBrowserContext();
      const page = await context.newPage();
      visits.set(id, { context, page });
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: (id) => visits.has(id),
    getBrowserUrl: (id) => visits.get(id)?.page.url(),
    /** For the runner's own commands: keyboard, viewport. */
    getPage: (id) => visits.get(id)?.page,
    async stopSession(id) {
      const visit = visits.get(id);
      visits.delete(id);
      await visit?.context.close();
      return {};
    },
    async stop() {
      await (await browser)?.close();
    },
    startDebugSession() {
      throw new Error('Debug in Chromium, or open the page in a Firefox of your own.');
    },
  };
}

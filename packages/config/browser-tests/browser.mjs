import { chromeLauncher } from '@web/test-runner-chrome';

const LOCALE = 'it-IT';
const TIME_ZONE = 'Europe/Rome';

/** Switches every Chromium of ours starts with: no sandbox only as root (containers), and nothing phones home. */
export function chromiumArguments() {
  const asRoot = process.getuid?.() === 0;
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    `--lang=${LOCALE}`,
    `--accept-lang=${LOCALE}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-default-browser-check',
    '--no-first-run',
  ];
}

/** Chromium with a pinned time zone and locale, and empty storage for each test file. */
export function browser(executablePath) {
  return chromeLauncher({
    launchOptions: { executablePath, args: chromiumArguments() },
    createPage: async ({ browser: instance }) => {
      // A context per page: files that run at the same time must not share IndexedDB.
      const context = await instance.createBrowserContext();
      const page = await context.newPage();
      const session = await page.createCDPSession();
      await session.send('Emulation.setTimezoneOverride', { timezoneId: TIME_ZONE });
      await session.send('Emulation.setLocaleOverride', { locale: LOCALE });
      const goto = page.goto.bind(page);
      page.goto = async (url, options) => {
        if (url.startsWith('http')) {
          const { origin } = new URL(url);
          await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
        }
        return goto(url, options);
      };
      return page;
    },
  });
}

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Which browser is started, and how. */
export const launchOptions = (): { readonly executablePath: string; readonly args: string[] } => {
  const { CHROME_PATH } = process.env;
  if (!CHROME_PATH) throw new Error('CHROME_PATH is not set: run `pnpm test:e2e`, which finds a browser');
  return { executablePath: CHROME_PATH, args: flags };
};

export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** What a page did that it must not: scripts that threw, policies broken, requests to other hosts. */
export interface Misdeeds {
  readonly list: string[];
}

/** A person's own browser, in Turin, with a page of its own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly misdeeds: Misdeeds;
}

/** Writes down everything that goes wrong on a page. */
export const watch = async (page: Page, site: string): Promise<Misdeeds> => {
  const list: string[] = [];
  page.on('pageerror', (error) => list.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // A request that the test itself cuts, or that is meant to be refused, is told by the browser, too.
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
      list.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(site).origin) list.push(`request to ${origin}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy broken: ${effectiveDirective} ${blockedURI}`);
    });
  });
  return { list };
};

export const openPage = async (
  browser: Browser,
  site: string,
  { width = 1280, height = 900, ...options }: BrowserContextOptions & { width?: number; height?: number } = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    ...options,
  });
  // More than a machine needs that is merely busy.
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  return { context, page, misdeeds: await watch(page, site) };
};

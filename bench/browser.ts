import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the browser of `CHROME_PATH`, else one found where Debian and macOS put it. */
export async function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? usual.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No browser found: set CHROME_PATH to a Chrome or Chromium');
  // As root Chromium refuses to start with its sandbox; the pages are ours.
  return chromium.launch({ executablePath, args: [...args], chromiumSandbox: process.getuid?.() !== 0 });
}

/** What a slow phone on a slow network is to the page. */
export interface Conditions {
  /** How many times slower the CPU is. */
  cpu?: number;
  /** 150 ms, 1.6 Mbit/s down, 750 kbit/s up: the Slow 4G of the usual audits. */
  slowNetwork?: boolean;
}

/** Opens a page in a context of its own, so with nothing cached; closing the page's context ends it. */
export async function freshPage(
  browser: Browser,
  conditions: Conditions = {},
): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (conditions.slowNetwork) {
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
  }
  if (conditions.cpu) await cdp.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpu });
  return { page, cdp };
}

/** Bytes of live JavaScript objects, after everything that can go has gone. */
export async function heapAfterCollection(cdp: CDPSession): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

import { type Browser, launch, type Locator, type Page } from 'puppeteer-core';

type Role = 'button' | 'link' | 'radio';
const ariaSelector = (role: Role, name: string): string => `::-p-aria([name="${name}"][role="${role}"])`;

/**
 * A browser that brings whole pages back when somebody returns to them. Playwright turns that off, and cannot follow it
 * where it is on: https://github.com/microsoft/playwright/pull/41872
 */
export const openReturningBrowser = (): Promise<Browser> => {
  const { CHROME_PATH } = process.env;
  if (!CHROME_PATH) throw new Error('CHROME_PATH is not set: run `pnpm test:e2e`, which finds a browser');
  return launch({ executablePath: CHROME_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
};

/** A person who leaves a page and comes back to it. */
export class Returning {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(45_000);
  }

  static async in(browser: Browser): Promise<Returning> {
    return Returning.with(await (await browser.createBrowserContext()).newPage());
  }

  /** The same person, on one more page of the same device. */
  async onAnotherPage(): Promise<Returning> {
    return Returning.with(await this.page.browserContext().newPage());
  }

  static async with(page: Page): Promise<Returning> {
    // On the page itself, for what scripts know of it is what comes back or does not.
    await page.evaluateOnNewDocument(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['shown'] = persisted ? 'as it was left' : 'loaded';
      });
      addEventListener('pagehide', () => delete document.documentElement.dataset['shown']);
    });
    return new Returning(page);
  }

  /** Presses what has this role and name. */
  press(role: Role, name: string): Promise<void> {
    return this.#control(role, name).click();
  }

  /** Waits until these words are to be read. */
  async reads(words: string): Promise<void> {
    await this.page.waitForSelector(`::-p-text(${words})`);
  }

  /** Waits until this radio button is there, and is chosen or not. */
  async finds(name: string, chosen: boolean): Promise<void> {
    await this.#control<HTMLInputElement>('radio', name)
      .filter(chosen ? (radio) => radio.checked : (radio) => !radio.checked)
      .wait();
  }

  /** How many things of this role and name there are. */
  async count(role: Role, name: string): Promise<number> {
    return (await this.page.$$(ariaSelector(role, name))).length;
  }

  /** Whether these words are to be read now. */
  async isReading(words: string): Promise<boolean> {
    return (await this.page.$(`::-p-text(${words})`)) !== null;
  }

  /** Follows a link, and waits until the page it leads to is there. */
  async follow(name: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.press('link', name)]);
  }

  /** Goes back, and answers whether the page came as it was left, without being loaded again. */
  async comesBack(): Promise<boolean> {
    await this.page.goBack({ waitUntil: [] });
    const shown = await this.page.waitForFunction(() => document.documentElement.dataset['shown']);
    return (await shown.jsonValue()) === 'as it was left';
  }

  #control<T extends HTMLElement>(role: Role, name: string): Locator<T> {
    return this.page.locator(ariaSelector(role, name)) as unknown as Locator<T>;
  }
}

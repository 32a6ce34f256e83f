import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { builtPages } from './support/demo.ts';
import { cutOffOf } from './support/layout.ts';
import { Site } from './support/site.ts';

describe('the pages of the demo on a telephone of 320 px, or at a zoom of 400 %', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const name of builtPages()) {
    it(`${name} shows all of its menu, tables and code, in every language it speaks`, async () => {
      const { context, page } = await openPage(browser, site.url, { width: 320, height: 256 });
      await page.goto(`${site.url}/${name}`);
      await page.locator('main').waitFor();
      const languages = await page.locator('.site-languages a').allTextContents();
      assert.deepEqual(await cutOffOf(page), []);
      for (const [at, language] of languages.entries()) {
        await page.locator('.site-languages a').nth(at).click();
        assert.deepEqual(await cutOffOf(page), [], language);
      }
      await context.close();
    });
  }
});

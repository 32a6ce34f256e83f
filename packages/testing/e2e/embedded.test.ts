import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { builtPages, untilShown } from './support/demo.ts';
import { OtherSite } from './support/other-site.ts';
import { Site } from './support/site.ts';

/** Nothing but scripts of two places and answers from one: not a style, not an image, no string turned into code. */
const strictest = (kit: string): string =>
  [
    "default-src 'none'",
    `script-src ${kit}`,
    `connect-src ${kit}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');

describe('the poll on the page of another site', () => {
  let site: Site;
  let browser: Browser;
  let other: OtherSite;
  let page: string;

  before(async () => {
    [site, browser] = await Promise.all([Site.open({ CMTO_ALLOW_LOOPBACK: 'off' }), openBrowser()]);
    const article = `<!doctype html><html lang="it"><head><title>Notizia</title>
<script type="module" src="${site.url}/kit/v1/cmto.js"></script></head>
<body><main><h1>Notizia</h1>
<cmto-survey slug="sondaggio-priorita"><p>Il sondaggio si apre qui tra un momento.</p></cmto-survey>
</main></body></html>`;
    other = await OtherSite.open(
      { '/notizia': article },
      { 'Content-Security-Policy': strictest(site.url), 'Referrer-Policy': 'no-referrer' },
    );
    page = `${other.url}/notizia`;
  });
  after(async () => {
    await browser.close();
    await other.close();
    await site.close();
  });

  it('says that it cannot be loaded while that site is not allowed, and is there as soon as it is', async () => {
    const visit = await openPage(browser, site.url);
    const citizen = new Citizen(visit.page);
    await visit.page.goto(page);
    await citizen.survey.getByText('In questo momento il questionario non si carica.').waitFor();
    await site.command('department', 'allow', 'pianificazione-strategica', new URL(page).origin);
    await citizen.press('Riprova');
    await citizen.survey.getByRole('radiogroup').waitFor();
    await visit.context.close();
  });

  it('is answered under the strictest policy, with no cookie and no request but to the service', async () => {
    const visit = await openPage(browser, site.url);
    const citizen = new Citizen(visit.page);
    await citizen.open(`${page}?utente=12#commenti`);
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    const [request] = await Promise.all([visit.page.waitForRequest('**/responses'), citizen.press('Invia')]);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();

    const sent = request.postDataJSON() as { page: string };
    assert.equal(sent.page, page, 'where it was, without query and fragment');
    assert.equal((await request.allHeaders())['cookie'], undefined);
    assert.equal((await request.allHeaders())['referer'], undefined);
    assert.deepEqual(await visit.context.cookies(), []);
    const stored = await site.answers('sondaggio-priorita');
    assert.deepEqual(
      stored.map(({ answers }) => answers),
      [{ priorita: 'asse-6' }],
    );
    // The page itself is of the other site.
    assert.deepEqual(
      visit.misdeeds.list.filter((misdeed) => misdeed !== `request to ${new URL(page).origin}`),
      [],
    );
    await visit.context.close();
  });

  it('keeps what stands inside the tag where the script cannot be had', async () => {
    const visit = await openPage(browser, site.url);
    await visit.context.route('**/kit/**', (route) => route.abort());
    await visit.page.goto(page);
    await visit.page.getByText('Il sondaggio si apre qui tra un momento.').waitFor();
    await visit.context.close();
  });
});

describe('the pages of the demo', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('keep to a strict policy, set no cookie and lead to no other host, in all languages', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await page.goto(site.url);
    const links = await page
      .locator('main a[href$=".html"]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    assert.deepEqual(
      links.map((link) => new URL(link).pathname.slice(1)).toSorted(),
      builtPages()
        .filter((name) => name !== 'index.html')
        .toSorted(),
      'the home page links every page',
    );
    for (const name of builtPages()) {
      for (const language of ['it', 'en', 'fr']) {
        const response = await page.goto(`${site.url}/${name}?lang=${language}`);
        const policy = response!.headers()['content-security-policy']!;
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /require-trusted-types-for 'script'/);
        assert.doesNotMatch(policy, /unsafe|\*/);
        await untilShown(page);
      }
    }
    assert.deepEqual(await context.cookies(), []);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

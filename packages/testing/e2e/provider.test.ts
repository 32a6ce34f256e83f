import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const poll = '<cmto-survey slug="sondaggio-priorita"><p>Il sondaggio si apre qui.</p></cmto-survey>';

describe('a page whose provider names another service', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('has its surveys asked for there, and their answers sent there', async () => {
    const visit = await openPage(browser, site.url);
    const address = await ownPage(visit.context, site, `<cmto-provider api="/altrove/api/v1">${poll}</cmto-provider>`);
    // The other service is this one, under a second address.
    await visit.context.route('**/altrove/**', (route) =>
      route.continue({ url: route.request().url().replace('/altrove', '') }),
    );
    const asked: string[] = [];
    visit.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.includes('/api/')) asked.push(`${request.method()} ${pathname}`);
    });
    const citizen = new Citizen(visit.page);
    await citizen.open(address);
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(asked, [
      'GET /altrove/api/v1/surveys/sondaggio-priorita',
      'POST /altrove/api/v1/surveys/sondaggio-priorita/responses',
    ]);
    await visit.context.close();
  });

  it('says so where that address cannot be one', async () => {
    const visit = await openPage(browser, site.url);
    const address = await ownPage(visit.context, site, `<cmto-provider api="ftp://altrove">${poll}</cmto-provider>`);
    const citizen = new Citizen(visit.page);
    await visit.page.goto(address);
    await citizen.survey.getByText('indirizzo del servizio').first().waitFor();
    assert.equal(await citizen.survey.getByRole('radio').count(), 0);
    await visit.context.close();
  });
});

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'playwright-core';
import { aField, aSurvey } from '../src/builders/index.ts';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { pdf } from './support/sample-answers.ts';
import { Site } from './support/site.ts';

const slug = 'allo-sportello';
const secret = 'Abito in via Garibaldi 7';

describe('a computer that people share', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    const fields = [
      aField('long-text', { label: 'Proposta' }),
      aField('file', { label: 'Documenti', accept: ['.pdf'] }),
    ];
    const definition = join(site.folder, 'survey.json');
    await writeFile(definition, JSON.stringify(aSurvey({ slug, fields })));
    await site.command('survey', 'import', definition);
    await site.command('survey', 'publish', slug);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const answer = async (): Promise<Visit & { citizen: Citizen }> => {
    const visit = await openPage(browser, site.url);
    const citizen = new Citizen(visit.page);
    const tag = `<cmto-survey slug="${slug}" shared-device></cmto-survey>`;
    await citizen.open(await ownPage(visit.context, site, tag));
    await citizen.write('Proposta', secret);
    await citizen.survey.locator('input[type=file]').setInputFiles(pdf);
    await citizen.survey.getByText('Caricato: parte con la risposta').waitFor();
    await citizen.survey.getByText(/non resta nulla/).waitFor();
    return { ...visit, citizen };
  };

  /** All that scripts of the site can find on this device: read by a page of its own, which keeps nothing itself. */
  const leftBehind = async (context: BrowserContext): Promise<unknown> => {
    const { cookies, origins } = await context.storageState({ indexedDB: true });
    const reader = await context.newPage();
    await reader.goto(`${site.url}/api/v1/status`);
    const others = await reader.evaluate(async () => ({
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    await reader.close();
    return { cookies, origins, ...others };
  };
  const nothing = { cookies: [], origins: [], databases: [], caches: [], workers: 0 };

  it('has nothing on it while somebody writes, nor when the page is closed half-way', async () => {
    const { context, page, misdeeds } = await answer();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    assert.deepEqual(await leftBehind(context), nothing);
    await page.close();
    assert.deepEqual(await leftBehind(context), nothing);
    assert.deepEqual(await site.answers(slug), []);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('has nothing on it after sending, nor while the answer still waits', async () => {
    const { context, page, citizen, misdeeds } = await answer();
    await context.setOffline(true);
    await citizen.press('Invia');
    await citizen.heading('La risposta non è ancora partita.').waitFor();
    await citizen.survey.getByText('su questo dispositivo non possiamo conservarla').waitFor();
    await context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    assert.deepEqual(await leftBehind(context), nothing);
    assert.deepEqual(
      (await site.answers(slug)).map(({ answers }) => answers['long-text']),
      [secret],
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

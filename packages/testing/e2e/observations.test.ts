import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';

describe('an observation on a document that the site’s own page shows', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is written without a network, leaves when it is back, is stored with its section, and has a receipt', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page, page.locator('cmto-feedback'));
    await page.goto(`${site.url}/bozza.html`);
    const button = page.locator('#bozza').getByRole('button', { name: /^Scrivi su questa parte: 3\.1/ });
    await button.waitFor();
    await citizen.offlineReady();
    await context.setOffline(true);
    await button.click();
    await citizen.choose('Che cosa vuoi inviare?', 'Un’osservazione');
    await citizen.write(/^Che cosa vuoi dire/, 'Servono più corse anche la domenica.');
    await citizen.press('Avanti');
    await citizen.choose(/^Scrivi come/, /Cittadina/);
    await citizen.write(/^Nome e cognome/, 'Ada Rossi');
    await citizen.press('Avanti');
    await citizen.press('Invia');
    await citizen.survey.getByText('Il contributo è salvato su questo dispositivo').waitFor();
    await context.setOffline(false);
    await citizen.survey.getByText('Grazie: il contributo è arrivato.').waitFor();
    const receipt = await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).getAttribute('href');
    const stored = JSON.parse(await site.command('consultation', 'export', 'psm-2027-bozza', '--json')) as {
      readonly answers: Record<string, unknown>;
    }[];
    assert.equal(stored.length, 1);
    assert.equal(stored[0]!.answers['testo'], 'Servono più corse anche la domenica.');
    const [, row] = (await site.command('contribution', 'export', 'psm-2027-bozza', '--csv')).split('\n');
    assert.match(row!, /[,;]"?3\.1"?[,;]/);
    await page.goto(receipt!);
    await page
      .getByText(/CMTO-RI/)
      .first()
      .waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

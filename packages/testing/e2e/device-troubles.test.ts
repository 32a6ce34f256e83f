import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { aField, aSurvey } from '../src/builders/index.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const poll = 'sondaggio-priorita';
const question = /dovrebbe venire per prima/;
const slug = 'con-allegati';
const file = { name: 'relazione.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(600_000, '%PDF-1.7\n') };

describe('a device that does not keep what it should', () => {
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

  /** How much room, in bytes, the browser leaves the site as long as the page is open. */
  const roomOf = async (page: Page): Promise<(quotaSize: number) => Promise<void>> => {
    const devtools = await page.context().newCDPSession(page);
    return async (quotaSize) => {
      await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize });
    };
  };

  /** Deletes the site's databases, as a browser does that needs the room. */
  const evict = async (page: Page): Promise<void> => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'indexeddb' });
    await devtools.detach();
  };

  it('says what it cannot keep, sends it all the same, and keeps again once there is room', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const leaveRoom = await roomOf(page);
    // Less than a part of a file: the browser asks itself only now and then how much there is.
    await leaveRoom(400_000);
    const citizen = new Citizen(page);
    await citizen.open(await ownPage(context, site, `<cmto-survey slug="${slug}"></cmto-survey>`));
    await citizen.offlineReady();
    await citizen.write('Proposta', 'Più corse serali');
    await citizen.saved();

    await leaveRoom(1);
    await citizen.survey.locator('input[type=file]').setInputFiles(file);
    await citizen.survey.getByText('su questo dispositivo non c’è più spazio').first().waitFor();
    await citizen.write('Proposta', 'Più corse serali verso le valli');
    await citizen.survey.getByText('Non è possibile salvare la bozza su questo dispositivo').waitFor();
    assert.equal(await citizen.survey.getByText(/Bozza salvata/).count(), 0);

    await context.setOffline(true);
    await citizen.press('Invia');
    await citizen.heading('La risposta non è ancora partita.').waitFor();
    await citizen.survey.getByText('tieni aperta questa pagina').waitFor();
    await context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(
      (await site.answers(slug)).map(({ answers }) => answers),
      [{ 'long-text': 'Più corse serali verso le valli' }],
    );

    await leaveRoom(1_000_000_000);
    await citizen.press('Compila un’altra risposta');
    await citizen.write('Proposta', 'Una fermata in più');
    await citizen.saved();
    await citizen.survey.locator('input[type=file]').setInputFiles(file);
    await citizen.survey.getByText('Caricato: parte con la risposta').waitFor();
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await site.answers(slug)).length, 2);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('says that an answer is gone which the browser has deleted before it was sent, until that is read', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const known = (await site.answers(poll)).length;
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.offlineReady();
    await context.setOffline(true);
    await citizen.choose(question, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await page.close();
    const elsewhere = await context.newPage();
    await evict(elsewhere);
    await context.setOffline(false);

    const again = new Citizen(elsewhere);
    await again.open(`${site.url}/sondaggio.html`);
    const told = again.survey.getByText('1 risposta che aspettava di partire non è più qui');
    await told.waitFor();
    await elsewhere.reload();
    await told.waitFor();
    await again.press('Ho capito');
    await told.waitFor({ state: 'hidden' });
    await elsewhere.reload();
    await again.offlineReady();
    assert.equal(await told.count(), 0);
    assert.deepEqual(await elsewhere.evaluate(() => Object.keys(localStorage)), []);
    assert.equal((await site.answers(poll)).length, known);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('loses nothing that the page still holds when the browser deletes it', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const known = (await site.answers(poll)).length;
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.offlineReady();
    await context.setOffline(true);
    await citizen.choose(question, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await evict(page);
    await context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await site.answers(poll)).length, known + 1);
    assert.equal(await page.evaluate(() => localStorage.getItem('cmto-lost')), null);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

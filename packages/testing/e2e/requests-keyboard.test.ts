import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Keyboard } from './support/keyboard.ts';
import { following, sendRequest } from './support/request-steps.ts';
import { Site } from './support/site.ts';

describe('the page that follows a request', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('is opened, answered and withdrawn from by keyboard alone', async () => {
    const { code, number } = await sendRequest(site);
    await site.command('request', 'ask', number, '--text', 'Quale pagina?', '--operator', 'Bruno');
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const keyboard = await Keyboard.of(page);
    const applicant = following(page);
    await page.goto(`${site.url}/segui.html`);
    await applicant.survey.getByRole('textbox', { name: 'Codice della ricevuta' }).waitFor();

    await keyboard.reach('the box for the code', ({ name }) => name === 'Codice della ricevuta');
    await keyboard.type('non un codice');
    await keyboard.press('Enter');
    await applicant.survey.getByText('Questo non è un codice intero').waitFor();
    await keyboard.isAt('textbox', 'Codice della ricevuta');
    assert.match((await keyboard.focused()).description, /^Questo non è un codice intero/);
    await keyboard.press('Control+A');
    await keyboard.type(code.toLowerCase());
    await keyboard.press('Enter');
    await applicant.survey.getByText('Nessuna richiesta ha questo numero e questo codice.').waitFor();
    await keyboard.isAt('textbox', 'Numero');
    await keyboard.type(number);
    await keyboard.press('Enter');
    await applicant.survey.getByRole('textbox', { name: 'Il tuo messaggio' }).waitFor();
    await keyboard.isAt('heading', /^Problemi con questa piattaforma/);

    await keyboard.reach('the message', ({ name }) => name === 'Il tuo messaggio');
    await keyboard.type('La pagina delle richieste.');
    await keyboard.button('Invia');
    await applicant.survey.getByText('Ricevuta un’integrazione').waitFor();

    await keyboard.reach('the withdrawal', ({ name }) => name === 'Ritira la richiesta');
    await keyboard.press('Enter');
    await keyboard.button('Sì, ritira la richiesta');
    await applicant.survey.getByText('L’hai ritirata: l’ufficio non la esamina più.').waitFor();
    assert.match(await site.command('request', 'list'), /withdrawn/);
    assert.deepEqual(keyboard.unseen, [], 'every stop shows that it has the focus');
    assert.deepEqual(keyboard.nameless, [], 'every stop has a name');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('says that nothing can be sent while the code that sends cannot be had, and brings it when the network is back', async () => {
    const { code } = await sendRequest(site);
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const applicant = following(page);
    await context.route(/request-sending-/, (route) => route.abort());
    await page.goto(`${site.url}/segui.html#${code}`);
    await applicant.heading('Che cosa è successo').waitFor();
    await applicant.survey.getByText(/da qui non si può inviare niente/).waitFor();
    await context.unroute(/request-sending-/);
    await context.setOffline(true);
    await context.setOffline(false);
    await applicant.survey.getByText('Ritira la richiesta', { exact: true }).waitFor();
    assert.equal(await applicant.survey.getByText(/da qui non si può inviare niente/).count(), 0);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { filling, following, sendRequest } from './support/request-steps.ts';
import { Site } from './support/site.ts';
import { faultsOf } from './support/states.ts';

describe('every state of the tags of requests, looked at by axe, also at 320 px and in forced colours', () => {
  let site: Site;
  let browser: Browser;
  let visit: Visit;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const finish = async (): Promise<void> => {
    assert.deepEqual(visit.misdeeds.list, []);
    await visit.context.close();
  };
  const isSound = async (state: string): Promise<void> => {
    assert.deepEqual(await faultsOf(visit.page), [], state);
  };

  it('finds nothing on the form, from the first step to the receipt', async () => {
    visit = await openPage(browser, site.url);
    const citizen = filling(visit.page);
    await visit.page.goto(`${site.url}/problemi.html`);
    await citizen.heading('Il procedimento').waitFor();
    await isSound('first step');
    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').waitFor();
    await isSound('with an error');
    await citizen.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).check();
    await citizen.press('Avanti');
    await citizen.choose(/Di che cosa si tratta/, 'Un errore');
    await citizen.survey.getByRole('textbox', { name: /Che cosa è successo/ }).fill('La pagina non si apre.');
    await isSound('second step, answered');
    await citizen.press('Avanti');
    await citizen.heading('Chi segnala').waitFor();
    await citizen.press('Avanti');
    await citizen.heading('Controlla la richiesta').waitFor();
    await isSound('review');
    await citizen.offlineReady();
    await visit.context.setOffline(true);
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await isSound('queued');
    await visit.context.setOffline(false);
    await citizen.survey.getByText(/^CMTO-RI-\d{4}\/\d{7}$/).waitFor();
    await isSound('receipt');
    await finish();
  });

  it('finds nothing on the page that follows a request, from the code to the end', async () => {
    const { code, number } = await sendRequest(site);
    visit = await openPage(browser, site.url);
    const { page, context } = visit;
    const citizen = following(page);
    const office = (...words: string[]): Promise<string> => site.command('request', ...words, '--operator', 'Bruno');
    await page.goto(`${site.url}/segui.html`);
    const box = citizen.survey.getByRole('textbox', { name: 'Codice della ricevuta' });
    await box.waitFor();
    await isSound('asking');
    await citizen.press(/^Mostra$/);
    await citizen.survey.getByText('Scrivi il codice della ricevuta.').waitFor();
    await isSound('no code');
    await box.fill('Z'.repeat(26));
    await citizen.press(/^Mostra$/);
    await citizen.survey.getByText('Nessuna richiesta ha questo numero e questo codice.').waitFor();
    await isSound('wrong code');
    await context.route('**/receipts/**', (route) => route.abort());
    await citizen.survey.getByRole('textbox', { name: 'Numero' }).fill(number);
    await box.fill(code);
    await citizen.press(/^Mostra$/);
    await citizen.survey.getByText('In questo momento il servizio non risponde.').waitFor();
    await isSound('out of reach');
    await context.unroute('**/receipts/**');
    await citizen.heading('Che cosa è successo').waitFor();
    await citizen.survey.getByText('Ritira la richiesta', { exact: true }).click();
    await isSound('registered, asked whether to withdraw');

    await office('ask', number, '--text', 'Quale pagina?\nE con quale browser?');
    await page.goto(`${site.url}/segui.html#${code}`);
    await page.reload();
    const message = citizen.survey.getByRole('textbox', { name: 'Il tuo messaggio' });
    await message.waitFor();
    await citizen.survey.getByText('Termine sospeso dal').waitFor();
    await isSound('waiting for the applicant');
    await citizen.press('Invia');
    await citizen.survey.getByText('Scrivi un messaggio o allega un file.').waitFor();
    await isSound('nothing written');
    await context.setOffline(true);
    await message.fill('La pagina delle richieste.');
    await citizen.press('Invia');
    await citizen.heading('Non ancora partito da questo dispositivo').waitFor();
    await isSound('offline, an addition waits');
    await context.setOffline(false);
    await citizen.survey.getByText('Ricevuta un’integrazione').waitFor();
    await isSound('in charge, the addition has arrived');

    await office('close', number, '--outcome', 'partly', '--text', 'Abbiamo corretto la pagina.');
    await page.reload();
    await citizen.heading('Esito').waitFor();
    await isSound('closed');
    await finish();
  });

  it('finds nothing on a request that was withdrawn, nor on its receipt', async () => {
    const { code } = await sendRequest(site);
    visit = await openPage(browser, site.url);
    const citizen = following(visit.page);
    await visit.page.goto(`${site.url}/segui.html#${code}`);
    await citizen.survey.getByText('Ritira la richiesta', { exact: true }).click();
    await citizen.press('Sì, ritira la richiesta');
    await citizen.survey.getByText('L’hai ritirata: l’ufficio non la esamina più.').waitFor();
    await isSound('withdrawn');
    await visit.page.goto(`${await ownPage(visit.context, site, '<cmto-receipt></cmto-receipt>')}#${code}`);
    const receipt = new Citizen(visit.page, visit.page.locator('cmto-receipt'));
    await receipt.survey.getByRole('button', { name: 'Copia il codice' }).waitFor();
    await isSound('receipt');
    await finish();
  });

  it('finds nothing on the same, read from the right', async () => {
    const { code, number } = await sendRequest(site);
    await site.command('request', 'ask', number, '--text', 'Quale pagina?', '--operator', 'Bruno');
    visit = await openPage(browser, site.url);
    const citizen = following(visit.page);
    await visit.page.goto(
      `${await ownPage(visit.context, site, '<cmto-request-status></cmto-request-status>')}#${code}`,
    );
    await citizen.survey.getByRole('textbox', { name: 'Il tuo messaggio' }).waitFor();
    await visit.page.evaluate(async (kit) => {
      const { addLocale } = (await import(kit)) as { addLocale: (language: string, words: object) => void };
      addLocale('ar', { 'request.status-title': 'متابعة طلبك', 'request.add-send': 'إرسال' });
      document.documentElement.lang = 'ar';
    }, '/kit/v1/cmto.js');
    await citizen.survey.locator('section[dir=rtl]').waitFor();
    await citizen.survey.getByRole('button', { name: 'إرسال' }).waitFor();
    await isSound('right to left');
    await finish();
  });
});

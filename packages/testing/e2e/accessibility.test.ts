import type { Page as FormPage, Survey } from '@cmto/contract';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';
import { faultsOf } from './support/states.ts';

describe('every state of every demo page, looked at by axe, also at 320 px and in forced colours', () => {
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

  const begin = async (): Promise<Citizen> => {
    visit = await openPage(browser, site.url);
    return new Citizen(visit.page);
  };
  const finish = async (): Promise<void> => {
    assert.deepEqual(visit.misdeeds.list, []);
    await visit.context.close();
  };
  const isSound = async (state: string): Promise<void> => {
    assert.deepEqual(await faultsOf(visit.page), [], state);
  };

  /** Presses on with nothing answered, looks at the errors, then answers: on every page that asks for something. */
  const walk = async (citizen: Citizen, answering: Answering, survey: Survey): Promise<void> => {
    const each = async (page: FormPage): Promise<void> => isSound(`${survey.slug}, page ${page.id}, answered`);
    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').waitFor();
    await isSound(`${survey.slug}, with errors`);
    await answering.fillAll('Avanti', { filled: each });
    await citizen.heading('Controlla le risposte').waitFor();
    await isSound(`${survey.slug}, review`);
  };

  it('finds nothing on the questionnaire, from the first question to the receipt', async () => {
    const survey = await site.definition('questionario-psm');
    const citizen = await begin();
    await citizen.open(`${site.url}/questionario.html`);
    await isSound('first page');
    await walk(citizen, new Answering(citizen, survey, { wanted: { ruolo: 'scuola' } }), survey);

    await citizen.offlineReady();
    await visit.context.setOffline(true);
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await isSound('queued');
    await visit.context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await isSound('receipt');
    await finish();
  });

  it('finds nothing on a page come back to with a draft, nor when the draft is about to be deleted', async () => {
    const citizen = await begin();
    await citizen.open(`${site.url}/questionario.html`);
    await citizen.choose('In quale veste rispondi?', 'Sindaco o sindaca');
    await citizen.saved();
    await visit.page.reload();
    await citizen.survey.getByText(/Abbiamo ritrovato la bozza/).waitFor();
    await isSound('resumed');
    await citizen.survey.getByText('Cancella la bozza').click();
    await isSound('asked whether to delete');
    await finish();
  });

  it('finds nothing on the sampler of all fields', async () => {
    const survey = await site.definition('campionario');
    const citizen = await begin();
    await citizen.open(`${site.url}/campionario.html`);
    await walk(citizen, new Answering(citizen, survey), survey);
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await isSound('receipt of an answer that is not anonymous');
    await finish();
  });

  it('finds nothing on the poll', async () => {
    const citizen = await begin();
    await citizen.open(`${site.url}/sondaggio.html`);
    await isSound('poll');
    await citizen.press('Invia');
    await citizen.survey.getByRole('alert').waitFor();
    await isSound('poll with an error');
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await isSound('receipt of the poll');
    await finish();
  });

  it('finds nothing on the satisfaction survey', async () => {
    const survey = await site.definition('soddisfazione-assistenza');
    const citizen = await begin();
    await citizen.open(`${site.url}/soddisfazione.html`);
    await isSound('satisfaction');
    await walk(citizen, new Answering(citizen, survey), survey);
    await finish();
  });

  it('finds nothing where the questions cannot be shown', async () => {
    await begin();
    await visit.page.goto(`${site.url}/stati.html`);
    const messages = [
      'Il questionario è chiuso.',
      'Il questionario non è ancora aperto.',
      'Questo questionario non c’è.',
      'Qui manca il nome del questionario.',
      'In questo momento il questionario non si carica.',
    ];
    for (const message of messages) await visit.page.getByText(message).waitFor();
    await isSound('closed, not open, unknown, without a name, out of reach');
    await finish();
  });

  it('finds nothing on the home page', async () => {
    await begin();
    await visit.page.goto(site.url);
    await isSound('home');
    await finish();
  });

  it('finds nothing on the page in Arabic, read from the right', async () => {
    const citizen = await begin();
    await citizen.open(`${site.url}/rtl.html`);
    await visit.page.locator('cmto-survey section[dir=rtl]').waitFor();
    await isSound('right to left');
    await citizen.press('إرسال');
    await citizen.survey.getByRole('alert').waitFor();
    await isSound('right to left, with an error');
    await finish();
  });

  it('finds nothing on a receipt’s own page, nor where there is no such receipt', async () => {
    await begin();
    const { url } = await site.send('sondaggio-priorita', { priorita: 'asse-6' });
    for (const language of ['it', 'en', 'fr']) {
      await visit.page.goto(`${url}?lang=${language}`);
      await isSound(`receipt in ${language}`);
    }
    await visit.page.goto(`${site.url}/r/${'0'.repeat(26)}`);
    await isSound('no such receipt');
    await finish();
  });
});

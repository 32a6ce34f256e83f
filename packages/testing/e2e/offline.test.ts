import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Survey } from '@cmto/contract';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { hear } from './support/hearing.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';

describe('a network that goes', () => {
  let site: Site;
  let browser: Browser;
  let survey: Survey;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    survey = await site.definition(slug);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const newAnswers = async (known: ReadonlySet<string>): Promise<unknown[]> =>
    (await site.answers(slug)).filter(({ id }) => !known.has(id)).map(({ answers }) => answers);
  const known = async (): Promise<Set<string>> => new Set((await site.answers(slug)).map(({ id }) => id));

  it('leaves every page, error, language, the review and queueing at work, and the answer goes out by itself later', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const events = await hear(page);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html`);
    const before_ = await known();
    await citizen.offlineReady();
    await context.setOffline(true);

    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').getByText('Ci sono 2 risposte da sistemare').waitFor();
    const answering = new Answering(citizen, survey, { wanted: { ruolo: 'impresa' } });
    await answering.fillAll('Avanti');
    await citizen.heading('Controlla le risposte').waitFor();
    for (const [language, title] of [
      ['English', 'Check your answers'],
      ['Français', 'Vérifiez vos réponses'],
      ['Italiano', 'Controlla le risposte'],
    ] as const) {
      await citizen.press(language.toLowerCase());
      await citizen.heading(title).waitFor();
    }
    await citizen.press('Modifica: Chi risponde');
    await answering.reach(answering.pages[0]!);
    await citizen.press('Avanti');
    // Nothing lacks now: straight back to the review.
    await citizen.heading('Controlla le risposte').waitFor();
    // Another role is asked other questions: those, and only those, come before the review.
    await citizen.press('Modifica: Chi risponde');
    await answering.reach(answering.pages[0]!);
    await citizen.choose('In quale veste rispondi?', 'Cittadino o cittadina');
    await citizen.press('Avanti');
    await citizen.heading('Vivere nel territorio').waitFor();
    await citizen.press('Indietro');
    await citizen.press('Indietro');
    await citizen.press('Indietro');
    await citizen.choose('In quale veste rispondi?', 'Impresa');
    await citizen.press('Avanti');
    await citizen.heading('Controlla le risposte').waitFor();
    await citizen.press('Invia');
    await citizen.heading('La risposta è salvata su questo dispositivo, ma non è ancora partita.').waitFor();
    await citizen.survey.getByText('Partirà da sola appena possibile').waitFor();
    assert.deepEqual(await newAnswers(before_), []);

    await context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(await newAnswers(before_), [answering.stored]);
    const names = events.map(({ name }) => name).filter((name) => name !== 'step-changed');
    assert.deepEqual(names, ['ready', 'submit-request', 'queued', 'submitted']);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('lets an answer wait until the page is opened again', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.offlineReady();
    await context.setOffline(true);
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await page.close();

    await context.setOffline(false);
    const again = new Citizen(await context.newPage());
    await again.page.goto(`${site.url}/sondaggio.html`);
    await again.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(
      (await site.answers('sondaggio-priorita')).map(({ answers }) => answers),
      [{ priorita: 'asse-6' }],
    );
    await context.close();
  });

  it('is said by the queued answer also where the server is gone; it goes out when the server is back', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/soddisfazione.html`);
    const satisfaction = await site.definition('soddisfazione-assistenza');
    const answering = new Answering(citizen, satisfaction);
    await citizen.offlineReady();
    await answering.fill(answering.pages[0]!);
    await citizen.press('Avanti');
    await site.stop();
    await answering.fillAll('Avanti', { from: 1 });
    await citizen.heading('Controlla le risposte').waitFor();
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await citizen.survey.getByText('la rete o il servizio non rispondono').waitFor();

    await site.start();
    // It is tried again less and less often: never after more than a quarter of an hour, here after some seconds.
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor({ timeout: 60_000 });
    assert.deepEqual(
      (await site.answers('soddisfazione-assistenza')).map(({ answers }) => answers),
      [answering.stored],
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is survived by a definition that could not be had at first', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await context.route('**/api/v1/surveys/sondaggio-priorita', (route) => route.abort());
    const citizen = new Citizen(page);
    await page.goto(`${site.url}/sondaggio.html`);
    await citizen.survey.getByText('In questo momento il questionario non si carica.').waitFor();
    await context.unroute('**/api/v1/surveys/sondaggio-priorita');
    await citizen.press('Riprova');
    await citizen.survey.getByRole('radiogroup').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('never sends twice, however often the person tries while the answer is on its way', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    const before_ = new Set((await site.answers('sondaggio-priorita')).map(({ id }) => id));
    await citizen.open(`${site.url}/sondaggio.html`);
    // The server has it, the confirmation is lost on its way back.
    let isLost = true;
    await context.route('**/responses', async (route) => {
      if (!isLost) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await citizen.choose(/dovrebbe venire per prima/, 'Che impara di più');
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    const again = page.waitForRequest('**/responses');
    await citizen.press('Prova a inviare adesso');
    await again;
    isLost = false;
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    const stored = (await site.answers('sondaggio-priorita')).filter(({ id }) => !before_.has(id));
    assert.deepEqual(
      stored.map(({ answers }) => answers),
      [{ priorita: 'asse-4' }],
    );
    await context.close();
  });
});

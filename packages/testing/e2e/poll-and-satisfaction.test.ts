import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answers } from '@cmto/contract';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { hear } from './support/hearing.ts';
import { Site } from './support/site.ts';

describe('short surveys: the same tag', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('takes the poll in two presses, without steps or review', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const events = await hear(page);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    assert.equal(await citizen.survey.getByText(/Passo \d/).count(), 0);
    await citizen.choose(/dovrebbe venire per prima/, 'Più verde ed ecologica');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await citizen.survey
      .getByText('I totali saranno pubblicati su questa pagina alla chiusura del sondaggio.')
      .waitFor();

    const [stored, ...others] = await site.answers('sondaggio-priorita');
    assert.deepEqual([stored!.answers, others], [{ priorita: 'asse-2' }, []]);
    // What the page around hears: names and numbers, never an answer nor an id that is in the database.
    assert.deepEqual(
      events.map(({ name }) => name),
      ['ready', 'submit-request', 'submitted'],
    );
    for (const { detail } of events) assert.deepEqual(detail, { slug: 'sondaggio-priorita', version: 1 });
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('lets the page around stop the sending', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await page.evaluate(() =>
      addEventListener('cmto-survey-submit-request', (event) => event.preventDefault(), { once: true }),
    );
    let sent = 0;
    page.on('request', (request) => (sent += Number(request.method() === 'POST')));
    await citizen.choose(/dovrebbe venire per prima/, 'Più verde ed ecologica');
    await citizen.press('Invia');
    assert.ok(await citizen.survey.getByRole('radio', { name: 'Più verde ed ecologica' }).isChecked());
    assert.equal(sent, 0);
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal(sent, 1);
    await context.close();
  });

  const cases: [who: string, wanted: Answers][] = [
    ['someone who is content and wants no answer', { voto: 5, ricontatto: false }],
    ['someone who is not, and wants to be called back', { voto: 2, ricontatto: true, servizi: ['gare', 'europa'] }],
  ];
  for (const [who, wanted] of cases) {
    it(`takes the satisfaction survey of ${who}`, async () => {
      const { context, page, misdeeds } = await openPage(browser, site.url);
      const known = new Set((await site.answers('soddisfazione-assistenza')).map(({ id }) => id));
      const citizen = new Citizen(page);
      await citizen.open(`${site.url}/soddisfazione.html`);
      const answering = new Answering(citizen, await site.definition('soddisfazione-assistenza'), { wanted });
      await answering.fillAll('Avanti');
      await citizen.heading('Controlla le risposte').waitFor();
      await citizen.press('Invia');
      await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
      // It is confidential, not anonymous: the time is told.
      await citizen.survey.getByText(/Ricevuta il .+ alle ore \d\d:\d\d \(ora di Roma\)\./).waitFor();
      const stored = (await site.answers('soddisfazione-assistenza')).filter(({ id }) => !known.has(id));
      assert.deepEqual(
        stored.map(({ answers }) => answers),
        [answering.stored],
      );
      assert.equal('migliorare' in answering.answers, wanted['voto'] === 2);
      assert.equal('email' in answering.answers, wanted['ricontatto']);
      assert.deepEqual(misdeeds.list, []);
      await context.close();
    });
  }
});

import type { Survey } from '@cmto/contract';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';
const roles = ['sindaco', 'tecnico', 'associazione', 'sindacato', 'impresa', 'scuola', 'cittadino'];

describe('the stakeholder questionnaire, filled in on the real page', () => {
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

  for (const role of roles) {
    it(`takes a ${role} through the right questions, and the database holds just what was answered`, async () => {
      const { context, page, misdeeds } = await openPage(browser, site.url);
      const citizen = new Citizen(page);
      const events: string[] = [];
      await page.exposeFunction('heard', (name: string) => events.push(name));
      await page.addInitScript(() => {
        for (const name of ['ready', 'submit-request', 'queued', 'submitted']) {
          document.addEventListener(
            `cmto-survey-${name}`,
            () => void (globalThis as never as { heard(n: string): void }).heard(name),
          );
        }
      });
      await citizen.open(`${site.url}/questionario.html`);
      const answering = new Answering(citizen, survey, { wanted: { ruolo: role } });
      const known = new Set((await site.answers(slug)).map(({ id }) => id));

      await answering.fillAll('Avanti');
      await citizen.heading('Controlla le risposte').waitFor();
      await citizen.press(/^Invia/);
      await citizen.heading('Grazie: la risposta è arrivata.').waitFor();

      const stored = (await site.answers(slug)).filter(({ id }) => !known.has(id));
      assert.equal(stored.length, 1);
      assert.deepEqual(stored[0]!.answers, answering.stored);
      assert.deepEqual(events, ['ready', 'submit-request', 'submitted']);
      assert.deepEqual(misdeeds.list, []);
      await context.close();
    });
  }
});

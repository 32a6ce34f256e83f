import type { Survey } from '@cmto/contract';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { overflowOf, smallTargetsOf, widthFaultOf } from './support/layout.ts';
import { PointerHand } from './support/pointer-hand.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';

describe('the questionnaire on a small telephone, in French', () => {
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

  for (const role of ['cittadino', 'tecnico']) {
    it(`takes a ${role} from the first question to the receipt by touch, never scrolling sideways`, async () => {
      const { context, page, misdeeds } = await openPage(browser, site.url, {
        width: 320,
        height: 640,
        locale: 'fr-FR',
        hasTouch: true,
        isMobile: true,
        deviceScaleFactor: 2,
      });
      const citizen = new Citizen(page);
      await citizen.open(`${site.url}/questionario.html?lang=fr`);
      const answering = new Answering(citizen, survey, {
        language: 'fr',
        wanted: { ruolo: role },
        hand: (...with_) => new PointerHand(...with_, 'tap'),
      });
      const known = new Set((await site.answers(slug)).map(({ id }) => id));
      const fits = async (where: string): Promise<void> => {
        assert.deepEqual(await widthFaultOf(page), [], `${where} does not scroll sideways`);
        assert.deepEqual(await overflowOf(page), [], `${where} fits into 320 px`);
        assert.deepEqual(await smallTargetsOf(page), [], `everything on ${where} can be hit by a finger`);
      };

      await answering.fillAll('Suivant', { filled: (step) => fits(step.id) });
      await citizen.heading('Vérifiez vos réponses').waitFor();
      await fits('the review');
      await answering.hand.press('Envoyer');
      await citizen.heading('Merci : votre réponse est arrivée.').waitFor();
      await fits('the receipt');

      const stored = (await site.answers(slug)).filter(({ id }) => !known.has(id));
      assert.deepEqual(
        stored.map(({ answers }) => answers),
        [answering.stored],
      );
      assert.deepEqual(misdeeds.list, []);
      await context.close();
    });
  }
});

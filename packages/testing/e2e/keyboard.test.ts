import type { Survey } from '@cmto/contract';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Keyboard } from './support/keyboard.ts';
import { KeyboardHand } from './support/keyboard-hand.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';

describe('the questionnaire by keyboard alone, in English', () => {
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

  /** From the first Tab of a visit to the first question. */
  const arrive = async (citizen: Citizen, keyboard: Keyboard): Promise<void> => {
    await citizen.open(`${site.url}/questionario.html?lang=en`);
    await keyboard.press('Tab');
    assert.match((await keyboard.focused()).name, /Skip to the content/);
    await keyboard.press('Enter');
  };

  for (const role of ['impresa', 'tecnico']) {
    it(`takes a ${role} from the skip link to the receipt`, async () => {
      const { context, page, misdeeds } = await openPage(browser, site.url, { locale: 'en-GB' });
      const citizen = new Citizen(page);
      const keyboard = await Keyboard.of(page);
      await arrive(citizen, keyboard);
      const answering = new Answering(citizen, survey, {
        language: 'en',
        wanted: { ruolo: role, 'data-risultato': '2028-05-10' },
        hand: (...with_) => new KeyboardHand(keyboard, ...with_),
      });
      const known = new Set((await site.answers(slug)).map(({ id }) => id));

      // Too early: the errors have the focus, and each leads to its question.
      await keyboard.button('Next');
      await citizen.survey.getByRole('alert').waitFor();
      await keyboard.isAt('alert', /2 answers to put right/);
      await keyboard.press('Tab', 2);
      await keyboard.isAt('link', /^Which area .+\? Answer this question/);
      await keyboard.press('Enter');
      assert.equal((await keyboard.focused()).field, 'territorio');
      assert.match((await keyboard.focused()).description, /Answer this question/);
      await keyboard.reachBack('the first question', ({ field, role }) => field === 'ruolo' && role === 'radio');

      await answering.fillAll('Next', {
        // The new step's heading has the focus, so that what follows is read on from there.
        async arrived({ title }, index) {
          if (index > 0) await keyboard.isAt('heading', answering.words(title!));
        },
      });
      await citizen.heading('Check your answers').waitFor();
      await keyboard.button('Send');
      await citizen.heading('Thank you: your answer has arrived.').waitFor();

      const stored = (await site.answers(slug)).filter(({ id }) => !known.has(id));
      assert.deepEqual(
        stored.map(({ answers }) => answers),
        [answering.stored],
      );
      assert.deepEqual(keyboard.unseen, [], 'every stop shows that it has the focus');
      assert.deepEqual(keyboard.nameless, [], 'every stop has a name');
      assert.deepEqual(misdeeds.list, []);
      await context.close();
    });
  }
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

describe('another language in the middle', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('keeps all answers, on the page shown and on those before, whether the page or the widget is switched', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html`);
    const answering = new Answering(citizen, await site.definition('questionario-psm'), {
      wanted: { ruolo: 'tecnico' },
    });
    for (const step of answering.pages.slice(0, 3)) {
      await answering.reach(step);
      await answering.fill(step);
      await citizen.press('Avanti');
    }
    const cooperation = answering.pages[3]!;
    await answering.reach(cooperation);
    await answering.fill(cooperation);
    const lang = (): Promise<string | null> => citizen.survey.locator('section').first().getAttribute('lang');

    // The page's own switch: the widget follows.
    await page
      .getByRole('navigation', { name: 'Lingua, language, langue' })
      .getByRole('link', { name: 'English' })
      .click();
    await citizen.heading('Cooperation between municipalities').waitFor();
    assert.equal(await lang(), 'en');
    await citizen.survey.getByText('All shared out: 100 euros').waitFor();
    // The widget's own: the page stays as it is.
    await citizen.press('français');
    await citizen.heading('La coopération entre communes').waitFor();
    assert.equal(await lang(), 'fr');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    // What was typed as 2,5 in Italian is the same number.
    assert.equal(await citizen.survey.getByRole('textbox', { name: /Combien de jours/ }).inputValue(), '2,5');

    const french = new Answering(citizen, await site.definition('questionario-psm'), {
      language: 'fr',
      wanted: { ruolo: 'tecnico' },
    });
    Object.assign(french.answers, answering.answers);
    await citizen.press('Suivant');
    await french.fillAll('Suivant', { from: 4 });
    await citizen.heading('Vérifiez vos réponses').waitFor();
    assert.equal(await citizen.survey.getByText('Più verde ed ecologica').count(), 0, 'not a word is left in Italian');
    await citizen.press('Envoyer');
    await citizen.heading('Merci : votre réponse est arrivée.').waitFor();
    const [stored] = await site.answers('questionario-psm');
    assert.deepEqual(stored!.answers, french.stored);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is found again after a reload', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html?lang=fr`);
    await citizen.survey.getByRole('radiogroup', { name: /devrait passer en premier/ }).waitFor();
    await page.reload();
    await citizen.survey.getByRole('radiogroup', { name: /devrait passer en premier/ }).waitFor();
    await context.close();
  });

  it('is the tag’s own, else the nearest ancestor’s, and Italian where there is no other', async () => {
    const { context, page } = await openPage(browser, site.url);
    const tag = (attributes: string): string => `<cmto-survey slug="sondaggio-priorita" ${attributes}></cmto-survey>`;
    const address = await ownPage(
      context,
      site,
      `${tag('lang="en-GB" instance="a"')}<div lang="fr-CA">${tag('instance="b"')}</div><div lang="fi">${tag('instance="c"')}</div>`,
    );
    await page.goto(address);
    for (const [instance, question] of [
      ['a', /should come first/],
      ['b', /devrait passer en premier/],
      ['c', /dovrebbe venire per prima/],
    ] as const) {
      await page.locator(`[instance=${instance}]`).getByRole('radiogroup', { name: question }).waitFor();
    }
    await context.close();
  });

  it('can be one that the page brings, written from the right', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    // Its words come when the widget has long been there.
    const words = Promise.withResolvers<void>();
    await context.route('**/rtl-locale.js', async (route) => {
      await words.promise;
      await route.continue();
    });
    await page.goto(`${site.url}/rtl.html`, { waitUntil: 'commit' });
    await citizen.survey.getByRole('checkbox', { name: 'Documenti nella mia lingua' }).waitFor();
    words.resolve();
    await citizen.survey.locator('section[dir=rtl]').waitFor();
    await citizen.survey.getByRole('checkbox', { name: 'وثائق بلغتي' }).check();
    await citizen.press('إرسال');
    await citizen.heading('شكرًا لك: وصلت الإجابة.').waitFor();
    const [stored] = await site.answers('partecipare-in-altre-lingue');
    assert.deepEqual(stored!.answers, { aiuto: ['lingua'] });
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

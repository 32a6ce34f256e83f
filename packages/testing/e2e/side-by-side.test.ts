import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

describe('several widgets on a page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('do not mind each other: what is typed, saved, wrong or sent in one stays there', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const address = await ownPage(
      context,
      site,
      '<cmto-survey slug="sondaggio-priorita"></cmto-survey><cmto-survey slug="campionario"></cmto-survey>',
    );
    const poll = new Citizen(page, page.locator('[slug=sondaggio-priorita]'));
    const sampler = new Citizen(page, page.locator('[slug=campionario]'));
    let definitions = 0;
    page.on('request', (request) => (definitions += Number(/surveys\/[a-z-]+$/.test(request.url()))));
    await poll.open(address);
    await sampler.survey.getByRole('textbox', { name: 'Testo breve' }).waitFor();
    assert.equal(definitions, 2);

    await poll.press('Invia');
    await poll.survey.getByRole('alert').waitFor();
    assert.equal(await sampler.survey.getByRole('alert').count(), 0);
    await sampler.write('Testo breve', 'Ivrea');
    await sampler.saved();
    assert.equal(await poll.survey.getByText(/Bozza salvata/).count(), 0);
    await poll.choose(/dovrebbe venire per prima/, 'Più sana');
    await poll.press('Invia');
    await poll.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal(await sampler.survey.getByRole('textbox', { name: 'Testo breve' }).inputValue(), 'Ivrea');
    await page.reload();
    await sampler.survey.getByText(/Abbiamo ritrovato la bozza/).waitFor();
    assert.equal(await sampler.survey.getByRole('textbox', { name: 'Testo breve' }).inputValue(), 'Ivrea');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('ask for one definition and keep two drafts where two tags of the same survey are told apart', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const address = await ownPage(
      context,
      site,
      '<cmto-survey slug="sondaggio-priorita"></cmto-survey><cmto-survey slug="sondaggio-priorita" instance="b"></cmto-survey>',
    );
    const first = new Citizen(page, page.locator('cmto-survey').nth(0));
    const second = new Citizen(page, page.locator('cmto-survey').nth(1));
    let definitions = 0;
    page.on('request', (request) => (definitions += Number(/surveys\/[a-z-]+$/.test(request.url()))));
    await first.open(address);
    await second.survey.getByRole('radiogroup').waitFor();
    assert.equal(definitions, 1);
    await first.choose(/dovrebbe venire per prima/, 'Più sana');
    await second.choose(/dovrebbe venire per prima/, 'Che impara di più');
    await first.press('Invia');
    await second.press('Invia');
    await first.heading('Grazie: la risposta è arrivata.').waitFor();
    await second.heading('Grazie: la risposta è arrivata.').waitFor();
    const codes = await Promise.all([first, second].map(({ survey }) => survey.locator('code').first().textContent()));
    assert.notEqual(codes[0], codes[1]);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('share one draft where two tags are the same in everything, and lose nothing', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const tag = '<cmto-survey slug="sondaggio-priorita"></cmto-survey>';
    const address = await ownPage(context, site, tag + tag);
    const first = new Citizen(page, page.locator('cmto-survey').nth(0));
    const second = new Citizen(page, page.locator('cmto-survey').nth(1));
    const known = (await site.answers('sondaggio-priorita')).length;
    await first.open(address);
    await second.survey.getByRole('radiogroup').waitFor();
    await first.choose(/dovrebbe venire per prima/, 'Più sana');
    await first.press('Invia');
    await first.heading('Grazie: la risposta è arrivata.').waitFor();
    await second.choose(/dovrebbe venire per prima/, 'Che impara di più');
    await second.press('Invia');
    await second.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await site.answers('sondaggio-priorita')).length, known + 2);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('can be put on the page later, moved and taken off while one is loading', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await page.goto(await ownPage(context, site, '<div id="here"></div><div id="there"></div>'));
    await page.evaluate(() => {
      const gone = document.createElement('cmto-survey');
      gone.setAttribute('slug', 'campionario');
      document.querySelector('#here')!.append(gone);
      gone.remove();
      const late = document.createElement('cmto-survey');
      late.setAttribute('slug', 'sondaggio-priorita');
      document.querySelector('#here')!.append(late);
    });
    const poll = new Citizen(page, page.locator('[slug=sondaggio-priorita]'));
    await poll.choose(/dovrebbe venire per prima/, 'Più sana');
    await page.evaluate(() => document.querySelector('#there')!.append(document.querySelector('cmto-survey')!));
    assert.ok(await poll.survey.getByRole('radio', { name: 'Più sana' }).isChecked());
    await poll.press('Invia');
    await poll.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

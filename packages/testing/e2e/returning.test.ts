import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { OtherSite } from './support/other-site.ts';
import { openReturningBrowser, Returning } from './support/returning.ts';
import { Site } from './support/site.ts';

const slug = 'sondaggio-priorita';

/** A page for the computer at a counter, and the way to a page elsewhere. */
const counter = (kit: string): string => `<!doctype html><html lang="it"><head><title>Sportello</title>
<script type="module" src="${kit}/kit/v1/cmto.js"></script></head>
<body><cmto-survey slug="${slug}" shared-device></cmto-survey><a href="/altrove">Altrove</a></body></html>`;

describe('a page that the browser brings back as it was left', () => {
  let site: Site;
  let browser: Browser;
  let other: OtherSite;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openReturningBrowser()]);
    other = await OtherSite.open({ '/sportello': counter(site.url), '/altrove': '<title>Altrove</title>' });
  });
  after(async () => {
    await browser.close();
    await other.close();
    await site.close();
  });

  const stored = async (): Promise<unknown[]> => (await site.answers(slug)).map(({ answers }) => answers);
  const openPoll = async (): Promise<Returning> => {
    const person = await Returning.in(browser);
    await person.page.goto(`${site.url}/sondaggio.html`);
    await person.reads('Puoi continuare anche senza rete');
    return person;
  };

  it('shows the receipt after sending, and nothing that could be sent again', async () => {
    const person = await openPoll();
    await person.press('radio', 'Più sana');
    await person.press('button', 'Invia');
    await person.reads('Grazie: la risposta è arrivata.');
    await person.follow('Home');
    assert.ok(await person.comesBack(), 'it was not loaded again');
    await person.reads('Grazie: la risposta è arrivata.');
    assert.equal(await person.count('button', 'Invia'), 0);
    assert.equal(await person.count('radio', 'Più sana'), 0);
    assert.deepEqual(await stored(), [{ priorita: 'asse-6' }]);
    await person.page.browserContext().close();
  });

  it('goes on with the draft that was saved', async () => {
    const before_ = await stored();
    const person = await openPoll();
    await person.press('radio', 'Che impara di più');
    await person.reads('Bozza salvata alle');
    await person.follow('Home');
    assert.ok(await person.comesBack(), 'it was not loaded again');
    await person.press('button', 'Invia');
    await person.reads('Grazie: la risposta è arrivata.');
    assert.equal((await stored()).length, before_.length + 1);
    await person.page.browserContext().close();
  });

  it('does not bring back the draft that was deleted on another page meanwhile', async () => {
    const person = await openPoll();
    await person.press('radio', 'Che impara di più');
    await person.reads('Bozza salvata alle');
    await person.follow('Home');
    const elsewhere = await person.onAnotherPage();
    await elsewhere.page.goto(`${site.url}/sondaggio.html`);
    await elsewhere.reads('Abbiamo ritrovato la bozza');
    await elsewhere.page.locator('::-p-text(Cancella la bozza)').click();
    await elsewhere.press('button', 'Sì, cancella');
    await elsewhere.reads('Bozza cancellata.');
    await elsewhere.page.close();
    // As it was left, or loaded again, as Chromium does where something was told meanwhile.
    await person.comesBack();
    await person.page.reload();
    await person.reads('Puoi continuare anche senza rete');
    assert.equal(await person.isReading('Abbiamo ritrovato la bozza'), false);
    await person.page.browserContext().close();
  });

  it('has the last press, too, where the person left at once', async () => {
    const before_ = await stored();
    const person = await openPoll();
    await person.press('radio', 'Più verde ed ecologica');
    await person.follow('Home');
    // As it was left, or loaded again: it was being written, and the browser decides.
    await person.comesBack();
    await person.finds('Più verde ed ecologica', true);
    await person.press('button', 'Invia');
    await person.reads('Grazie: la risposta è arrivata.');
    assert.equal((await stored()).length, before_.length + 1);
    await person.page.browserContext().close();
  });

  it('sends by itself what could not be sent when the person left', async () => {
    const before_ = await stored();
    const person = await openPoll();
    await person.press('radio', 'Più sana');
    await site.stop();
    await person.press('button', 'Invia');
    await person.reads('non è ancora partita');
    await person.page.goto(`${other.url}/altrove`);
    await site.start();
    assert.deepEqual(await stored(), before_);
    assert.ok(await person.comesBack(), 'it was not loaded again');
    await person.reads('Grazie: la risposta è arrivata.');
    assert.equal(await person.count('button', 'Prova a inviare adesso'), 0);
    assert.equal((await stored()).length, before_.length + 1);
    await person.page.browserContext().close();
  });

  it('shows the next person at a counter nothing of the one before', async () => {
    const before_ = await stored();
    const person = await Returning.in(browser);
    await person.page.goto(`${other.url}/sportello`);
    await person.press('radio', 'Più sana');
    await person.reads('Su questo dispositivo non resta nulla');
    await person.follow('Altrove');
    assert.ok(await person.comesBack(), 'it was not loaded again');
    await person.finds('Più sana', false);

    await person.press('radio', 'Che impara di più');
    await person.press('button', 'Invia');
    await person.reads('Grazie: la risposta è arrivata.');
    await person.follow('Altrove');
    assert.ok(await person.comesBack(), 'it was not loaded again');
    await person.finds('Che impara di più', false);
    assert.equal(await person.isReading('Codice della ricevuta'), false);
    assert.equal((await stored()).length, before_.length + 1);
    await person.page.browserContext().close();
  });
});

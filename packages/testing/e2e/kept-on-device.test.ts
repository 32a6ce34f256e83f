import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { widthFaultOf } from './support/layout.ts';
import { ownPage } from './support/own-page.ts';
import { Site, type Stored } from './support/site.ts';

const slug = 'sondaggio-priorita';
const question = /dovrebbe venire per prima/;

describe('what is kept on the device', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const ids = async (): Promise<Set<string>> => new Set((await site.answers(slug)).map(({ id }) => id));
  const since = async (before_: ReadonlySet<string>): Promise<unknown[]> =>
    (await site.answers(slug)).filter(({ id }) => !before_.has(id)).map(({ answers }) => answers);

  /** Fills in the poll where there is no network, and leaves the page. */
  const answerOffline = async (page: Page): Promise<void> => {
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.offlineReady();
    await page.context().setOffline(true);
    await citizen.choose(question, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
  };
  const panelOf = (page: Page): Locator => page.locator('cmto-kept').first();

  it('goes out from any page of the site, also one without a survey', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const before_ = await ids();
    await answerOffline(page);
    await page.close();
    await context.setOffline(false);
    const other = await context.newPage();
    const sent = other.waitForResponse((response) => response.url().endsWith('/responses'));
    await other.goto(await ownPage(context, site, '<p>Una pagina qualunque.</p>'));
    assert.equal((await sent).status(), 201);
    assert.deepEqual(await since(before_), [{ priorita: 'asse-6' }]);
    await other.waitForFunction(() => localStorage.getItem('cmto-queued') === null);

    // Back on the page of the survey: it was sent, and here is the receipt.
    const again = new Citizen(await context.newPage());
    await again.open(`${site.url}/sondaggio.html`);
    await again.survey.getByText('Da questo dispositivo è già partita una risposta').waitFor();
    assert.equal((await since(before_)).length, 1);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is listed, sent, saved and deleted by keyboard on a small telephone', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { width: 320, height: 640 });
    const before_ = await ids();
    await answerOffline(page);
    const other = await context.newPage();
    await other.route('**/responses', (route) => route.abort());
    await context.setOffline(false);
    await page.close();
    await other.goto(await ownPage(context, site, '<cmto-kept></cmto-kept>'));
    const panel = panelOf(other);
    await panel.getByText('Che cosa è conservato su questo dispositivo (1)').focus();
    await other.keyboard.press('Enter');
    await panel.getByText(/Pronta dal .+, non ancora partita/).waitFor();
    assert.deepEqual(await widthFaultOf(other), []);
    await panel.getByRole('button', { name: /^Prova a inviare adesso/ }).press('Enter');
    await panel.getByRole('status').getByText('Ancora nessuna risposta dal servizio').waitFor();

    const download = other.waitForEvent('download');
    await panel.getByRole('button', { name: /^Salva una copia/ }).press('Enter');
    assert.match((await download).suggestedFilename(), /\.txt$/);

    await other.unroute('**/responses');
    await panel.getByRole('button', { name: /^Prova a inviare adesso/ }).press('Enter');
    await panel.getByText('Inviata: ricevuta il').waitFor();
    assert.deepEqual(await since(before_), [{ priorita: 'asse-6' }]);

    await panel.getByText('Cancella', { exact: true }).press('Enter');
    await panel.getByText('da qui sparisce solo la ricevuta').waitFor();
    await panel.getByRole('button', { name: /^Sì, cancella/ }).press('Enter');
    await panel.getByText('Che cosa è conservato').waitFor({ state: 'detached' });
    assert.deepEqual(await other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cmto'))), []);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is opened where it was begun, also where the address of a page is a query, of which nobody is told', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const told: string[] = [];
    context.on('request', (request) => {
      const isOurs = new URL(request.url()).pathname.startsWith('/api/');
      if (isOurs) told.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
    });
    const address = `${site.url}/sondaggio.html?p=12&nome=Anna`;
    const citizen = new Citizen(page);
    await citizen.open(`${address}#domande`);
    await citizen.choose(question, 'Più sana');
    await citizen.saved();
    await page.goto(await ownPage(context, site, '<cmto-kept></cmto-kept>'));
    const panel = panelOf(page);
    await panel.getByText('Che cosa è conservato su questo dispositivo (1)').click();
    await panel.getByRole('button', { name: /^Apri/ }).click();
    await page.waitForURL(address);
    await citizen.question(question).getByRole('radio', { name: 'Più sana', checked: true }).waitFor();
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.ok(told.length > 0);
    assert.deepEqual(
      told.filter((each) => /p=12|Anna/.test(each)),
      [],
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is one draft in two tabs, whichever of them is written in', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const before_ = await ids();
    const one = new Citizen(page);
    await one.open(`${site.url}/sondaggio.html`);
    await one.offlineReady();
    const two = new Citizen(await context.newPage());
    await two.open(`${site.url}/sondaggio.html`);
    await two.offlineReady();
    await one.choose(question, 'Più sana');
    await two.question(question).getByRole('radio', { name: 'Più sana', checked: true }).waitFor();
    await two.choose(question, 'Che impara di più');
    await one.question(question).getByRole('radio', { name: 'Che impara di più', checked: true }).waitFor();
    await two.press('Invia');
    await two.heading('Grazie: la risposta è arrivata.').waitFor();
    await one.survey.getByText('Questa bozza è stata inviata da un’altra scheda').waitFor();
    await one.press('Invia');
    await one.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(await since(before_), [{ priorita: 'asse-4' }]);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is sent once, however often and fast the person presses', async () => {
    const { context, page } = await openPage(browser, site.url);
    const before_ = await ids();
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/responses')) posts.push(request.url());
    });
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.choose(question, 'Più sana');
    await citizen.survey.getByRole('button', { name: 'Invia' }).evaluate((button: HTMLElement) => {
      for (let click = 0; click < 100; click += 1) button.click();
    });
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal(posts.length, 1);
    assert.equal((await since(before_)).length, 1);
    await context.close();
  });

  for (const [what, onLine, year] of [
    ['says that there is no network where there is one, and lives in 1999', false, 1999],
    ['says that there is a network where there is none, and lives in 2061', true, 2061],
  ] as const) {
    it(`does not hang on a browser that ${what}`, async () => {
      const { context, page } = await openPage(browser, site.url);
      await page.addInitScript((lie) => {
        Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => lie });
      }, onLine);
      await page.clock.setFixedTime(new Date(`${year}-03-01T12:00:00Z`));
      const before_ = await ids();
      const citizen = new Citizen(page);
      await citizen.open(`${site.url}/sondaggio.html`);
      await citizen.offlineReady();
      await citizen.choose(question, 'Più sana');
      if (onLine) {
        await context.setOffline(true);
        await citizen.press('Invia');
        await citizen.heading(/non è ancora partita/).waitFor();
        await context.setOffline(false);
      } else await citizen.press('Invia');
      await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
      assert.equal((await since(before_)).length, 1);
      await context.close();
    });
  }

  it('goes out once, with the server’s day on its receipt, when the clock is set back by years meanwhile', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const before_ = await ids();
    await page.clock.setFixedTime(new Date('2061-03-01T12:00:00Z'));
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.choose(question, 'Più sana');
    await citizen.saved();

    await page.clock.setFixedTime(new Date('1999-03-01T12:00:00Z'));
    await page.reload();
    await citizen.survey.getByText(/Abbiamo ritrovato la bozza del 1 marzo 2061/).waitFor();
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    const [{ receivedAt }, ...others] = (await site.answers(slug)).filter(({ id }) => !before_.has(id)) as [Stored];
    assert.deepEqual(others, []);
    assert.ok(Math.abs(Date.parse(receivedAt) - Date.now()) < 25 * 60 * 60 * 1000, receivedAt);
    const day = new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(
      new Date(receivedAt),
    );
    await citizen.survey.getByText(`Ricevuta il ${day}.`, { exact: true }).waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

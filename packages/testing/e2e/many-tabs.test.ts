import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const slug = 'sondaggio-priorita';
const question = /dovrebbe venire per prima/;

/** Ends the lease of a turn, half a minute, when the page hears `lease-over`: nobody has to wait for it. */
const shortenLease = (): void => {
  const wait = setTimeout;
  const over = new Promise((resolve) => addEventListener('lease-over', resolve));
  globalThis.setTimeout = ((run: () => void, milliseconds: number) =>
    milliseconds === 30_000 ? void over.then(run) : wait(run, milliseconds)) as typeof setTimeout;
};

describe('several tabs with answers that wait', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const stored = async (): Promise<unknown[]> => (await site.answers(slug)).map(({ answers }) => answers);
  const openPoll = async (page: Page, address: string): Promise<Citizen> => {
    const citizen = new Citizen(page);
    await citizen.open(address);
    await citizen.offlineReady();
    return citizen;
  };
  /** Answers of the server to submissions, in any tab of a person's browser. */
  const hearAnswers = (context: BrowserContext): number[] => {
    const statuses: number[] = [];
    context.on('response', (response) => {
      if (response.request().method() === 'POST' && response.url().endsWith('/responses'))
        statuses.push(response.status());
    });
    return statuses;
  };

  it('send each answer exactly once when the network comes back to eight of them at once', async () => {
    const { context, page } = await openPage(browser, site.url);
    const statuses = hearAnswers(context);
    const people: Citizen[] = [];
    for (let tab = 0; tab < 8; tab += 1) {
      const own = tab === 0 ? page : await context.newPage();
      const tag = `<cmto-survey slug="${slug}" instance="${tab}"></cmto-survey>`;
      people.push(await openPoll(own, await ownPage(context, site, tag)));
    }
    await context.setOffline(true);
    for (const citizen of people) {
      await citizen.choose(question, 'Più sana');
      await citizen.press('Invia');
      await citizen.heading(/non è ancora partita/).waitFor();
    }
    await context.setOffline(false);
    await Promise.all(people.map((citizen) => citizen.heading('Grazie: la risposta è arrivata.').waitFor()));
    const codes = await Promise.all(people.map(({ survey }) => survey.locator('code').first().textContent()));
    assert.equal(new Set(codes).size, 8, 'everybody has a receipt of their own');
    assert.equal((await stored()).length, 8);
    assert.deepEqual(statuses, Array(8).fill(201), 'and nothing was sent a second time');
    await context.close();
  });

  it('take over what a frozen one was sending, and its own attempt, once it wakes, changes nothing', async () => {
    const before_ = (await stored()).length;
    const { context, page } = await openPage(browser, site.url);
    const statuses = hearAnswers(context);
    const sleeper = await openPoll(page, `${site.url}/sondaggio.html`);
    let wake = (): void => undefined;
    const awake = new Promise<void>((resolve) => (wake = resolve));
    await page.route('**/responses', (route) => awake.then(() => route.continue()));
    await sleeper.choose(question, 'Più sana');
    await Promise.all([page.waitForRequest('**/responses'), sleeper.press('Invia')]);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });

    const other = new Citizen(await context.newPage());
    await other.page.addInitScript(shortenLease);
    await other.page.goto(`${site.url}/sondaggio.html`);
    await other.survey.getByText('Invio in corso…').waitFor();
    await other.page.waitForFunction(async () => (await navigator.locks.query()).pending!.length === 1);
    const { held } = await other.page.evaluate(() => navigator.locks.query());
    assert.equal(held!.length, 1, 'asleep, it holds the lock');
    assert.deepEqual(statuses, []);
    await other.page.evaluate(() => dispatchEvent(new Event('lease-over')));
    await other.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await stored()).length, before_ + 1);

    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    const late = page.waitForResponse('**/responses');
    wake();
    assert.equal((await late).headers()['idempotent-replayed'], 'true');
    await sleeper.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await stored()).length, before_ + 1);
    assert.equal(statuses.filter((status) => status === 201).length, 1);
    await context.close();
  });
});

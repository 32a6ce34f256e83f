import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { readTable } from './support/csv.ts';
import { Site } from './support/site.ts';

const thanks = 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!';

/** What the checker of public sites compares, with capitals and spaces around ignored. */
const model = {
  title: 'Quanto sono chiare le informazioni su questa pagina?',
  positive: {
    question: 'Quali sono stati gli aspetti che hai preferito?',
    answers: [
      'Le indicazioni erano chiare',
      'Le indicazioni erano complete',
      'Capivo sempre che stavo procedendo correttamente',
      'Non ho avuto problemi tecnici',
      'Altro',
    ],
  },
  negative: {
    question: 'Dove hai incontrato le maggiori difficoltà?',
    answers: [
      'A volte le indicazioni non erano chiare',
      'A volte le indicazioni non erano complete',
      'A volte non capivo se stavo procedendo correttamente',
      'Ho avuto problemi tecnici',
      'Altro',
    ],
  },
};

/** What the checker sees of the two follow-ups right after it has clicked a star, in the same task. */
const clickAndMeasure = (page: Page, stars: number) =>
  page.evaluate((count) => {
    document.querySelector<HTMLElement>(`[data-element="feedback-rate-${count}"]`)!.click();
    const look = (name: string) => {
      const element = document.querySelector<HTMLElement>(`[data-element="feedback-rating-${name}"]`)!;
      const { top, bottom, width, height } = element.getBoundingClientRect();
      const { visibility } = getComputedStyle(element);
      const textOf = (part: Element): string => part.textContent.trim();
      return {
        isVisible:
          element.offsetParent !== null &&
          visibility !== 'hidden' &&
          [top, bottom, width, height].every((size) => size > 0),
        question: textOf(element.querySelector('[data-element="feedback-rating-question"]')!),
        answers: [...element.querySelectorAll('[data-element="feedback-rating-answer"]')].map(textOf),
      };
    };
    return { positive: look('positive'), negative: look('negative') };
  }, stars);

describe('a rating of the page', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const ratingOn = (page: Page): Locator => page.locator('cmto-rating');
  const press = (rating: Locator, name: string): Promise<void> => rating.getByRole('button', { name }).click();

  const summary = async (): Promise<Record<string, string>[]> => readTable(await site.command('ratings', 'summary'));

  it('passes the national checker of public sites, step by step as it goes', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { width: 3840, height: 2160 });
    await page.goto(site.url);
    await page.locator('[data-element=feedback]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const title = await page.locator('[data-element=feedback] [data-element=feedback-title]').textContent();
    assert.equal(title!.trim().toLowerCase(), model.title.toLowerCase());
    assert.equal(await page.locator('[data-element=feedback] [data-element=feedback-input-text]').count(), 1);
    for (const side of ['positive', 'negative']) {
      const box = await page.locator(`[data-element=feedback-rating-${side}]`).boundingBox();
      assert.equal(box, null, `${side} is there, and has no size`);
    }
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    for (const stars of [1, 2, 3, 4, 5]) {
      await page.locator(`[data-element=feedback-rate-${stars}]`).click();
      const seen = await clickAndMeasure(page, stars);
      const shown = stars > 3 ? 'positive' : 'negative';
      assert.equal(seen.positive.isVisible, stars > 3, `positive after ${stars}`);
      assert.equal(seen.negative.isVisible, stars <= 3, `negative after ${stars}`);
      assert.deepEqual(seen[shown], { isVisible: true, ...model[shown] });
    }
    // The checker waits for two seconds without a request before it looks: whatever comes by itself would be seen here.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    assert.deepEqual(requests, []);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('arrives with its page, and is in the office’s summary', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await page.goto(`${site.url}/index.html?utente=mario#contenuto`);
    const rating = ratingOn(page);
    await rating.getByRole('radio', { name: 'Valuta 2 stelle su 5' }).check();
    await rating.getByRole('radio', { name: 'Ho avuto problemi tecnici' }).check();
    await press(rating, 'Avanti');
    await rating.getByRole('textbox', { name: 'Dettaglio' }).fill('=1+1 non si apre');
    await press(rating, 'Invia');
    await rating.getByRole('heading', { name: thanks }).waitFor();
    await rating.getByText('Invio in corso…').waitFor({ state: 'detached' });
    await page.waitForFunction(() => !localStorage.getItem('cmto-queued'));
    const [row, ...others] = await summary();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [row!['page'], row!['ratings'], row!['average'], row!['difficulty.problems'], row!['withDetails']],
      [`${site.url}/index.html`, '1', '2', '1', '1'],
    );
    const [rated] = readTable(await site.command('ratings', 'export', '--csv'));
    assert.equal(rated!['details'], "'=1+1 non si apre");
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is made by keyboard alone, and leaves from any page when the network is back', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await page.goto(`${site.url}/index.html`);
    const rating = ratingOn(page);
    await rating.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    for (let star = 1; star < 5; star += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    const sender = page.waitForResponse(/send-waiting/);
    await page.keyboard.press('Space');
    await (await sender).finished();
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await rating.getByRole('group', { name: /Vuoi aggiungere altri dettagli/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Tutto chiaro.');
    await page.keyboard.press('Enter');
    await rating.getByText(/resta su questo dispositivo e parte da sola/).waitFor();
    await context.setOffline(false);
    await page.goto(`${site.url}/sondaggio.html`);
    await page.waitForFunction(() => !localStorage.getItem('cmto-queued'));
    const average = (await summary()).map((row) => [row['ratings'], row['average'], row['liked.clear']]);
    assert.deepEqual(average, [['2', '3.5', '1']]);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('holds on a page that breaks what it can', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { width: 360 });
    await page.goto(`${site.url}/ostile.html`);
    const rating = ratingOn(page);
    await rating.getByRole('radio', { name: 'Valuta 4 stelle su 5' }).check();
    const looks = await rating.evaluate((tag) =>
      [...tag.querySelectorAll<HTMLElement>('legend, label, button, h2, input')]
        .filter((element) => element.checkVisibility() && !element.closest('[inert]'))
        .map((element) => {
          const { display, position, textTransform, letterSpacing, fontSize } = getComputedStyle(element);
          const { width, height } = element.getBoundingClientRect();
          return { display, position, textTransform, letterSpacing, size: Number.parseFloat(fontSize), width, height };
        }),
    );
    assert.ok(looks.length > 20, `${looks.length} are visible`);
    for (const look of looks) {
      assert.equal(look.textTransform, 'none');
      assert.equal(look.letterSpacing, 'normal');
      assert.ok(look.size >= 14, `letters of ${look.size} px`);
      assert.ok(look.width > 10 && look.height > 10, JSON.stringify(look));
    }
    await rating.getByRole('radio', { name: 'Altro' }).check();
    await press(rating, 'Avanti');
    await press(rating, 'Invia');
    await rating.getByRole('heading', { name: thanks }).waitFor();
    await page.waitForFunction(() => !localStorage.getItem('cmto-queued'));
    const row = (await summary()).find(({ page: rated }) => rated === `${site.url}/ostile.html`);
    assert.equal(row!['liked.other'], '1');
    assert.equal(await rating.evaluate((tag) => tag.scrollWidth - tag.clientWidth), 0);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

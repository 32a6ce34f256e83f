import assert from 'node:assert/strict';
import { randomFillSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aField, aSurvey } from '../src/builders/index.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const slug = 'con-tre-allegati';

/** Three parts of at most half a megabyte. */
const size = 1_200_000;

/** Three files: each is asked about once, since something of it might have come, and sent in its parts; then the answer. */
const exactly = { HEAD: 3, PUT: 9, POST: 1 };

const aFile = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: randomFillSync(Buffer.alloc(size)).fill('%PDF-1.7\n', 0, 9),
});

describe('an answer with files that waits on the device', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    const field = aField('file', { label: 'Documenti', accept: ['.pdf'], maxFiles: 3 });
    const file = join(site.folder, 'survey.json');
    await writeFile(file, JSON.stringify(aSurvey({ slug, fields: [field] })));
    await site.command('survey', 'import', file);
    await site.command('survey', 'publish', slug);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Sends three files where there is no network, and closes the page; answers where to go on. */
  const sendOffline = async (context: BrowserContext, page: Page): Promise<string> => {
    const address = await ownPage(context, site, `<cmto-survey slug="${slug}"></cmto-survey>`);
    await page.goto(address);
    const citizen = new Citizen(page);
    await citizen.offlineReady();
    await context.setOffline(true);
    const files = ['uno.pdf', 'due.pdf', 'tre.pdf'];
    await citizen.survey.locator('input[type=file]').setInputFiles(files.map(aFile));
    await citizen.survey.getByText('tre.pdf', { exact: true }).waitFor();
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
    await page.close();
    await context.setOffline(false);
    return address;
  };

  /** How many requests of each kind bring files and answers, from any tab. */
  const countRequests = (context: BrowserContext): Record<string, number> => {
    const counts: Record<string, number> = {};
    context.on('request', (request) => {
      const method = request.method();
      if (/\/(attachments\/\w+|responses)$/.test(request.url())) counts[method] = (counts[method] ?? 0) + 1;
    });
    return counts;
  };

  it('goes out from the page opened next, each part once, and the page says that it does', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const address = await sendOffline(context, page);
    const counts = countRequests(context);
    const next = new Citizen(await context.newPage());
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await next.page.route('**/attachments/*', async (route) => {
      // From the second part on nothing gets through until the page has been read.
      if (route.request().method() === 'PUT' && counts['PUT']! > 1) await held;
      await route.continue();
    });
    await next.page.goto(address);
    await next.survey.getByText('Ci sono ancora 3 file da inviare').waitFor();
    const progress = next.survey.getByRole('progressbar', { name: 'uno.pdf' });
    await progress.and(next.page.locator('[value="524288"]')).waitFor();
    assert.equal(await progress.getAttribute('max'), String(size));
    await next.survey.getByText('Invio in corso…').waitFor();
    assert.equal(await next.survey.getByText(/non rispondono|non è ancora partita/).count(), 0);
    goOn();
    await next.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.deepEqual(counts, exactly);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('goes out from one of two tabs opened at once, each part once', async () => {
    const { context, page } = await openPage(browser, site.url);
    const before_ = (await site.answers(slug)).length;
    const address = await sendOffline(context, page);
    const counts = countRequests(context);
    const people = [new Citizen(await context.newPage()), new Citizen(await context.newPage())];
    await Promise.all(people.map(async (each) => each.page.goto(address)));
    await Promise.any(people.map((each) => each.heading('Grazie: la risposta è arrivata.').waitFor()));
    assert.deepEqual(counts, exactly);
    assert.equal((await site.answers(slug)).length, before_ + 1);
    await context.close();
  });
});

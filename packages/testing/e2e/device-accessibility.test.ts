import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { aField, aSurvey } from '../src/builders/index.ts';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { OtherSite } from './support/other-site.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';
import { faultsOf } from './support/states.ts';

const slug = 'sondaggio-priorita';
const question = /dovrebbe venire per prima/;
const tag = `<cmto-survey slug="${slug}"></cmto-survey>`;

/** Brings a language that is read from the right, with a few words of it. */
const addArabic = (page: Page, kit: string): Promise<void> =>
  page.evaluate(async (address) => {
    const { addLocale } = (await import(address)) as { addLocale: (language: string, words: object) => void };
    addLocale('ar', {
      'form.send': 'إرسال',
      'form.conflict-here': 'في الاستبيان',
      'form.saved': 'حُفظت المسودة {time}',
    });
  }, `${kit}/kit/v1/cmto.js`);

describe('what the device does with an answer, looked at by axe, also at 320 px and in forced colours', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const begin = async (): Promise<Visit & { citizen: Citizen }> => {
    const visit = await openPage(browser, site.url);
    return { ...visit, citizen: new Citizen(visit.page) };
  };
  const end = async ({ context, misdeeds }: Visit): Promise<void> => {
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  };
  /** Looks at what is shown in the three languages and in one read from the right, and comes back to Italian. */
  const isSound = async ({ page, citizen }: { page: Page; citizen: Citizen }, state: string): Promise<void> => {
    await addArabic(page, site.url);
    for (const language of ['it', 'en', 'fr', 'ar', 'it']) {
      await page.evaluate((code) => (document.documentElement.lang = code), language);
      const shown = citizen.survey.locator(`section[lang=${language}][dir=${language === 'ar' ? 'rtl' : 'ltr'}]`);
      await shown.first().waitFor();
      assert.deepEqual(await faultsOf(page), [], `${state}, ${language}`);
    }
  };
  const queued = async ({ context, citizen }: Visit & { citizen: Citizen }): Promise<void> => {
    await citizen.offlineReady();
    await citizen.choose(question, 'Più sana');
    await context.setOffline(true);
    await citizen.press('Invia');
    await citizen.heading(/non è ancora partita/).waitFor();
  };

  it('finds nothing while an answer waits for the network, nor on its receipt', async () => {
    const visit = await begin();
    await visit.citizen.open(await ownPage(visit.context, site, tag));
    await queued(visit);
    await isSound(visit, 'queued');
    await visit.context.setOffline(false);
    await visit.citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await isSound(visit, 'receipt');
    await end(visit);
  });

  it('finds nothing where one question was answered in two tabs', async () => {
    const visit = await begin();
    const { context, citizen } = visit;
    // In a browser whose tabs cannot talk, each learns of the other's answer only when it saves its own.
    await context.addInitScript(() => delete (globalThis as { BroadcastChannel?: unknown }).BroadcastChannel);
    const address = await ownPage(context, site, tag);
    await citizen.open(address);
    const other = new Citizen(await context.newPage());
    await other.open(address);
    await Promise.all([citizen.offlineReady(), other.offlineReady()]);
    await other.choose(question, 'Più sana');
    await other.saved();
    await citizen.choose(question, 'Che impara di più');
    await citizen.survey.getByRole('paragraph').filter({ hasText: 'in due schede' }).waitFor();
    await isSound(visit, 'two tabs');
    await end(visit);
  });

  it('finds nothing where a draft was carried over to a form that was changed', async () => {
    const changing = 'che-cambia';
    const publish = async (fields: ReturnType<typeof aField>[]): Promise<void> => {
      const file = join(site.folder, 'survey.json');
      await writeFile(file, JSON.stringify(aSurvey({ slug: changing, fields })));
      await site.command('survey', 'import', file);
      await site.command('survey', 'publish', changing);
    };
    const kept = aField('long-text', { label: { it: 'Proposta', en: 'Proposal', fr: 'Proposition' } });
    const gone = aField('text', { label: { it: 'Zona', en: 'Area', fr: 'Zone' } });
    await publish([kept, gone]);
    const visit = await begin();
    const { context, page, citizen } = visit;
    await citizen.open(await ownPage(context, site, `<cmto-survey slug="${changing}"></cmto-survey>`));
    await citizen.write('Zona', 'Ivrea');
    await citizen.saved();
    await publish([kept]);
    await page.reload();
    await citizen.survey.getByText(/Il questionario è stato aggiornato dopo l’inizio della bozza/).waitFor();
    await citizen.survey.getByRole('definition').filter({ hasText: 'Ivrea' }).waitFor();
    await isSound(visit, 'carried over');
    await end(visit);
  });

  it('finds nothing where the browser has deleted an answer before it was sent', async () => {
    const visit = await begin();
    const { context, page, citizen } = visit;
    const address = await ownPage(context, site, tag);
    await citizen.open(address);
    await queued(visit);
    await page.goto('about:blank');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', { origin: site.url, storageTypes: 'indexeddb' });
    await context.setOffline(false);
    await citizen.open(address);
    await citizen.survey.getByText('1 risposta che aspettava di partire non è più qui').waitFor();
    await isSound(visit, 'lost');
    await end(visit);
  });

  it('finds nothing where the page may keep nothing, from the first answer to the receipt', async (test) => {
    await site.command('department', 'allow', 'pianificazione-strategica', 'null');
    // A page without an origin of its own has no storage.
    const other = await OtherSite.open(
      {
        '/': `<!doctype html><html lang="it"><head><title>Prova</title>
<script type="module" src="${site.url}/kit/v1/cmto.js"></script></head><body><main><h1>Prova</h1>${tag}</main></body></html>`,
      },
      { 'Content-Security-Policy': 'sandbox allow-scripts' },
    );
    test.after(() => other.close());
    const visit = await begin();
    await visit.citizen.open(other.url);
    await isKeptNowhere(visit);
    assert.deepEqual(
      visit.misdeeds.list.filter((misdeed) => misdeed !== `request to ${other.url}`),
      [],
    );
    await visit.context.close();
  });

  it('finds nothing on a device that is shared, from the first answer to the receipt', async () => {
    const visit = await begin();
    const { context, citizen } = visit;
    await citizen.open(await ownPage(context, site, `<cmto-survey slug="${slug}" shared-device></cmto-survey>`));
    await isKeptNowhere(visit);
    await end(visit);
  });

  const isKeptNowhere = async (visit: Visit & { citizen: Citizen }): Promise<void> => {
    const { context, citizen } = visit;
    await citizen.choose(question, 'Più sana');
    await citizen.survey.getByText(/Su questo dispositivo non resta nulla/).waitFor();
    await isSound(visit, 'in memory');
    await queued(visit);
    await citizen.survey.getByText('su questo dispositivo non possiamo conservarla').waitFor();
    await isSound(visit, 'queued in memory');
    await context.setOffline(false);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await isSound(visit, 'receipt');
  };
});

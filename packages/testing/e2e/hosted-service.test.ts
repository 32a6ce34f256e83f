import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolationsOf } from '../src/axe-in-page.ts';
import { aService } from '../src/builders/index.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { OtherSite } from './support/other-site.ts';
import { Site } from './support/site.ts';

/** Sensitive, so at home on its own page alone, and with an address to be confirmed. */
const service = aService({
  slug: 'sportello-riservato',
  title: 'Sportello riservato',
  intro: 'Per chiedere aiuto in modo riservato.',
  identity: 'email',
  hosted: true,
  procedure: {
    ...aService().procedure,
    contacts: { pec: 'sportello@pec.example.it', phone: '011 000 0000' },
  },
});

const formOf = (page: Page): Citizen => new Citizen(page, page.locator('cmto-request-form'));

const apply = async (citizen: Citizen, email: string): Promise<void> => {
  await citizen.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).check();
  await citizen.press('Avanti');
  await citizen.choose('Chi chiede?', 'Una persona');
  await citizen.write(/^Nome/, 'Ada');
  await citizen.write(/^Cognome/, 'Rossi');
  await citizen.write(/^E-mail/, email);
  await citizen.press('Avanti');
  await citizen.write(/^Tema/, 'un consiglio');
  await citizen.press('Avanti');
  await citizen.heading('Controlla la richiesta').waitFor();
  await citizen.press('Invia');
  await citizen.heading('La richiesta è arrivata.').waitFor();
};

describe('a service that insists on its own page', () => {
  let site: Site;
  let browser: Browser;
  let address: string;

  before(async () => {
    [site, browser] = await Promise.all([Site.openWithOffice(), openBrowser()]);
    const file = join(site.folder, 'servizio.json');
    await writeFile(file, JSON.stringify(service));
    await site.command('service', 'import', file);
    await site.command('service', 'publish', service.slug);
    address = `${site.url}/w/service/${service.slug}`;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** The codes in the letters to an address, newest first, as its owner reads them. */
  const codes = async (context: BrowserContext, to: string, count: number): Promise<string[]> => {
    const page = await context.newPage();
    for (;;) {
      await page.goto(site.mailbox);
      const letters = await page
        .getByRole('article')
        .filter({ hasText: `A: ${to}` })
        .allInnerTexts();
      const found = letters.flatMap((letter) => /\b\d{6}\b/.exec(letter)?.[0] ?? []);
      if (found.length < count) continue;
      await page.close();
      return found;
    }
  };

  it('shows another site what it is and the way to its page, and no question', async () => {
    const other = await OtherSite.open({
      '/': `<!doctype html><html lang="it"><head><title>Comune</title>
        <script type="module" src="${site.url}/kit/v1/cmto.js"></script></head><body><main><h1>Comune</h1>
        <cmto-request-form slug="${service.slug}"></cmto-request-form></main></body></html>`,
    });
    const { context, page } = await openPage(browser, site.url);
    const citizen = formOf(page);
    await page.goto(other.url);
    await citizen.heading('Sportello riservato').waitFor();
    await citizen.survey.getByText('Per chiedere aiuto in modo riservato.').waitFor();
    assert.equal(await citizen.survey.getByRole('checkbox').count(), 0);
    assert.deepEqual(await axeViolationsOf(page), []);
    await citizen.survey.getByRole('link', { name: 'Apri la pagina del servizio' }).click();
    await citizen.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).waitFor();
    assert.equal(page.url(), address);
    await context.close();
    await other.close();
  });

  it('takes a request there under its policy, and the code from the mailbox after a wrong one and a reload', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { width: 320, height: 700 });
    const citizen = formOf(page);
    await page.goto(address);
    await citizen.heading('Il procedimento').waitFor();
    assert.deepEqual(await axeViolationsOf(page), []);
    await apply(citizen, 'ada@example.it');
    const box = citizen.survey.getByRole('textbox', { name: 'Codice di sei cifre' });
    assert.equal(await box.getAttribute('autocomplete'), 'one-time-code');
    assert.deepEqual(await axeViolationsOf(page), []);
    const [code = ''] = await codes(context, 'ada@example.it', 1);
    await box.fill('12');
    await citizen.press('Conferma');
    await citizen.survey.getByText('Il codice ha sei cifre.').waitFor();
    await box.fill(code === '000000' ? '111111' : '000000');
    await citizen.press('Conferma');
    await citizen.survey.getByText('Il codice non è quello che ti abbiamo mandato.').waitFor();
    assert.deepEqual(await axeViolationsOf(page), []);
    await citizen.survey.getByText('Puoi chiedere un altro codice tra un minuto.').waitFor();

    await page.reload();
    await citizen.survey.getByText('Da questo dispositivo è già partita una richiesta').waitFor();
    await context.setOffline(true);
    await box.fill(code);
    await citizen.press('Conferma');
    await citizen.survey.getByText('Per confermare serve la rete, e ora manca.').waitFor();
    await context.setOffline(false);
    await citizen.press('Conferma');
    await citizen.survey.getByText('Indirizzo confermato: la richiesta è registrata.').waitFor();
    assert.match(await citizen.focused(), /Indirizzo confermato/);
    assert.deepEqual(await axeViolationsOf(page), []);
    assert.match(await site.command('request', 'list', '--state', 'registered'), /\/0000001/);
    await page.reload();
    await citizen.survey.getByText('Da questo dispositivo è già partita una richiesta').waitFor();
    assert.equal(await box.count(), 0, 'nothing is to be confirmed any more');
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'nothing stands out');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('is confirmed on its receipt at once, and shows the number', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = formOf(page);
    await page.goto(address);
    await citizen.heading('Il procedimento').waitFor();
    await apply(citizen, 'bruno@example.it');
    const [code = ''] = await codes(context, 'bruno@example.it', 1);
    await citizen.survey.getByRole('textbox', { name: 'Codice di sei cifre' }).fill(code);
    await page.keyboard.press('Enter');
    await citizen.survey.getByText(/^CMTO-RI-\d{4}\/\d{7}$/).waitFor();
    await citizen.survey.getByText('Indirizzo confermato: la richiesta è registrata.').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('says without JavaScript how to apply all the same', async () => {
    const { context, page } = await openPage(browser, site.url, { javaScriptEnabled: false });
    await page.goto(address);
    await page.getByText('Il modulo di questa pagina ha bisogno di JavaScript').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Sportello riservato' }).waitFor();
    await page.getByRole('link', { name: 'sportello@pec.example.it' }).waitFor();
    await page.getByText('011 000 0000').waitFor();
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { builtPages, untilShown } from './support/demo.ts';

const serveMock = fileURLToPath(new URL('../../../demo/mock/serve.mjs', import.meta.url));

/** Builds the demo without a server and tells its address once it is shown. */
const start = async (): Promise<{ site: string; server: ChildProcess }> => {
  // Port 0: whichever is free.
  const server = spawn(process.execPath, [serveMock, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    const [, site] = /without a server: (http:\/\/[^/\s]+)/.exec(said) ?? [];
    if (site) return { site, server };
  }
  throw new Error(`The demo was not shown: ${said}`);
};

/** What a tag says, in Italian or French, when its service does not give what it needs. */
const unloaded = /In questo momento il|pour le moment/i;

describe('the demo with no server at all', () => {
  let site: string;
  let server: ChildProcess;
  let browser: Browser;

  before(async () => {
    ({ site, server } = await start());
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.kill();
    if (server) await once(server, 'exit');
  });

  it('takes an answer to the poll, and finds its receipt after a reload', async () => {
    const { page, context, misdeeds } = await openPage(browser, site);
    const citizen = new Citizen(page);
    await citizen.open(`${site}/sondaggio.html`);
    await citizen.choose(/Quale «Torino metropoli»/, 'Più sana');
    await citizen.survey.getByRole('button', { name: 'Invia' }).click();
    await citizen.survey.getByText('Grazie: la risposta è arrivata.').waitFor();
    const receipt = await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).getAttribute('href');
    await page.goto(receipt!);
    await page.getByText('Una domanda sul prossimo Piano').waitFor();
    await page.reload();
    await page.getByText('Una domanda sul prossimo Piano').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('shows what each page is there for, in French too, and asks no other host', async () => {
    for (const name of builtPages('demo/mock/dist')) {
      const { page, context, misdeeds } = await openPage(browser, site);
      for (const query of ['', '?lang=fr']) {
        await page.goto(`${site}/${name}${query}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await untilShown(page);
        // Only the page of states shows what cannot be loaded.
        if (name !== 'stati.html') assert.equal(await page.getByText(unloaded).count(), 0, name);
      }
      assert.deepEqual(misdeeds.list, [], name);
      await context.close();
    }
  });

  it('knows the words of the questionnaire in French, and a language that a page brings', async () => {
    const { page, context, misdeeds } = await openPage(browser, site);
    const citizen = new Citizen(page);
    await citizen.open(`${site}/questionario.html?lang=fr`);
    await citizen.survey
      .getByRole('heading', { name: 'Questionnaire sur le Plan stratégique métropolitain' })
      .waitFor();
    await citizen.open(`${site}/rtl.html`);
    await citizen.survey.getByRole('button', { name: 'إرسال' }).waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('tells why questions are not to be had', async () => {
    const { page, context, misdeeds } = await openPage(browser, site);
    await page.goto(`${site}/stati.html`);
    await page.getByText('Il questionario è chiuso.').waitFor();
    await page.getByText('Il questionario non è ancora aperto.').waitFor();
    await page.getByText('Questo questionario non c’è.').waitFor();
    await page.getByText('Qui manca il nome del questionario.').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

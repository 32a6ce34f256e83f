import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';

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

  it('shows every page with its surveys, in French too', async () => {
    const { page, context, misdeeds } = await openPage(browser, site);
    const citizen = new Citizen(page);
    await citizen.open(`${site}/questionario.html?lang=fr`);
    await citizen.survey
      .getByRole('heading', { name: 'Questionnaire sur le Plan stratégique métropolitain' })
      .waitFor();
    await citizen.open(`${site}/rtl.html`);
    await citizen.survey.getByRole('button', { name: 'إرسال' }).waitFor();
    await citizen.open(`${site}/ostile.html`);
    await page.goto(`${site}/stati.html`);
    await page.getByText('Il questionario è chiuso.').waitFor();
    await page.getByText('Il questionario non è ancora aperto.').waitFor();
    await page.getByText('Questo questionario non c’è.').waitFor();
    await page.getByText('Qui manca il nome del questionario.').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Site } from './support/site.ts';

describe('the receipt', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Answers the poll; the code is as shown, without the gaps. The panel of what is kept shows it a second time. */
  const answerPoll = async (citizen: Citizen): Promise<string> => {
    await citizen.open(`${site.url}/sondaggio.html`);
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    return (await citizen.survey.locator('.receipt code').textContent())!.replace(/\s/g, '');
  };

  it('brings the person to it, shows a code to keep, and copies that code', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.url });
    const citizen = new Citizen(page);
    const code = await answerPoll(citizen);
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{26}$/);
    assert.match(await citizen.focused(), /^h\d Grazie: la risposta è arrivata\.$/);
    await citizen.press('Copia il codice');
    await citizen.survey.getByRole('status').getByText('Codice copiato.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('prints without the page around it, also with no network', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await page.addInitScript(() => {
      window.print = () => console.info(`paper: ${document.body.innerText}`);
    });
    const citizen = new Citizen(page);
    const code = await answerPoll(citizen);
    await context.setOffline(true);
    for (let time = 1; time <= 2; time += 1) {
      const [paper] = await Promise.all([
        page.waitForEvent('console', (message) => message.text().startsWith('paper: ')),
        citizen.press('Stampa'),
      ]);
      const text = paper.text().slice('paper: '.length);
      assert.match(text, /^Una domanda sul prossimo Piano\n/, 'what was answered comes first');
      assert.ok(text.replace(/\s/g, '').includes(code), 'the code');
      assert.ok(text.includes(`${site.url}/r/${code}?lang=it`), 'where it can be read again');
      assert.doesNotMatch(text, /Città metropolitana|Stampa|Apri la ricevuta/, 'neither the page nor a button');
    }
    assert.equal(await citizen.survey.getByText('Se non si è aperto nulla').count(), 0, 'nothing forbids it here');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('can be opened as a page of its own, without any script', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    const code = await answerPoll(citizen);
    const groups = await citizen.survey.locator('.receipt code span').allTextContents();
    const address = await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).getAttribute('href');
    assert.equal(address, `${site.url}/r/${code}?lang=it`, 'in the language spoken so far');

    const plain = await openPage(browser, site.url, { javaScriptEnabled: false });
    const response = await plain.page.goto(address);
    assert.equal(response!.status(), 200);
    assert.equal(response!.headers()['cache-control'], 'no-store');
    await plain.page.getByRole('heading', { name: 'La tua risposta è arrivata' }).waitFor();
    const day = new Intl.DateTimeFormat('it', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/Rome',
    });
    const text = await plain.page.getByRole('main').innerText();
    assert.deepEqual(await plain.page.locator('code.code span').allTextContents(), groups, 'the code, read out alike');
    assert.ok(text.includes('Una domanda sul prossimo Piano'), 'what was answered');
    assert.ok(text.includes(day.format(new Date())), 'when');
    assert.ok(!text.includes('Più sana'), 'not the answers');
    assert.deepEqual(plain.misdeeds.list, []);
    await plain.context.close();
    await context.close();
  });

  it('helps whoever has mistyped the code', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { javaScriptEnabled: false });
    const response = await page.goto(`${site.url}/r/ABC`);
    assert.equal(response!.status(), 404);
    await page.getByRole('heading', { name: 'Non c’è nessuna ricevuta con questo codice' }).waitFor();
    await page.getByText('Controlla di aver copiato l’indirizzo per intero').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: /no receipt/i }).waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('hands out the person’s own answers, in words, in the language they were given in', async () => {
    const { context, page } = await openPage(browser, site.url, { locale: 'en-GB' });
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html?lang=en`);
    const answering = new Answering(citizen, await site.definition('questionario-psm'), {
      language: 'en',
      wanted: { ruolo: 'cittadino' },
    });
    await answering.fillAll('Next');
    await citizen.press('Send');
    await citizen.heading('Thank you: your answer has arrived.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), citizen.press('Download your answers')]);
    assert.equal(download.suggestedFilename(), 'questionario-psm-answers.txt');
    const text = await readFile((await download.path())!, 'utf8');
    const code = (await citizen.survey.locator('.receipt code').textContent())!.replace(/\s/g, '');
    for (const words of [
      code,
      'In what capacity are you answering?',
      'Citizen',
      'Ivrea',
      'contributo.pdf',
      '1 January 2027',
      'Più corse serali verso le valli.',
    ]) {
      assert.ok(text.includes(words), `“${words}” is in the copy:\n${text}`);
    }
    assert.ok(!/\b(asse-\d|zona-\d|true|undefined|\[object)/.test(text), 'no ids and no code');
    await context.close();
  });
});

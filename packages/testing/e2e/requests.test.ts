import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolationsOf } from '../src/axe-in-page.ts';
import { openBrowser, openPage } from './support/browser.ts';
import type { Citizen } from './support/citizen.ts';
import { filling, following } from './support/request-steps.ts';
import { Site } from './support/site.ts';

const size = 1_000_000;

/** A document that cannot be compressed on the way, nor be mistaken for another. */
const aDocument = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: randomFillSync(Buffer.alloc(size)).fill('%PDF-1.7\n', 0, 9),
});
type Document = ReturnType<typeof aDocument>;

const hashOf = ({ buffer }: Document): string => createHash('sha256').update(buffer).digest('hex');

/** The municipality of Ivrea asks for an opinion, up to the step with the attachments. */
const fillAsMunicipality = async (citizen: Citizen): Promise<void> => {
  await citizen.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).check();
  await citizen.press('Avanti');
  await citizen.choose(/Chi presenta/, /Comune/);
  await citizen.survey.getByRole('textbox', { name: /^Nome/ }).fill('Ada');
  await citizen.survey.getByRole('textbox', { name: /^Cognome/ }).fill('Bianchi');
  await citizen.survey.getByRole('combobox', { name: /^Comune/ }).pressSequentially('ivre');
  await citizen.survey.getByRole('option', { name: /^Ivrea/ }).click();
  await citizen.survey.getByRole('textbox', { name: /^Ruolo/ }).fill('Responsabile urbanistica');
  await citizen.survey.getByRole('textbox', { name: /^Indirizzo e-mail/ }).fill('ada@example.it');
  await citizen.press('Avanti');
  await citizen
    .question(/Che cosa serve/)
    .getByRole('radio')
    .first()
    .check();
  await citizen.survey.getByRole('textbox', { name: /in una riga/ }).fill('Variante parziale');
  await citizen.survey.getByRole('textbox', { name: /^Descrizione/ }).fill('Serve un parere.');
  await citizen.press('Avanti');
};

/** Waits until the draft on the device answers with a file, and knows that it has arrived: "saved" may be said of what was before. */
const keptFile = async (page: Page, field: string): Promise<void> => {
  const isKept = (): Promise<boolean> =>
    page.evaluate(
      (wanted) =>
        new Promise<boolean>((resolve) => {
          const opening = indexedDB.open('cmto-drafts-1');
          opening.onsuccess = () => {
            const all = opening.result.transaction('entries').objectStore('entries').getAll();
            all.onsuccess = () => {
              opening.result.close();
              const entries = all.result as { answers: Record<string, string[]>; uploaded: string[] }[];
              resolve(entries.some(({ answers, uploaded }) => uploaded.includes(answers[wanted]?.[0] ?? '')));
            };
          };
        }),
      field,
    );
  // Asked from here: a function that waits in the page takes a promise for a yes.
  while (!(await isKept()));
};

describe('a request', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('of a municipality arrives with its files through a reload and a lost network, is followed, added to, withdrawn', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = filling(page);
    await page.goto(`${site.url}/richiesta.html`);
    await citizen.heading('Il procedimento').waitFor();
    const ease = page.getByRole('heading', { name: 'Quanto è stato facile usare questo servizio?' });
    assert.equal(await ease.count(), 0, 'before there is a receipt nobody can say');
    await fillAsMunicipality(citizen);
    const documents = ['relazione.pdf', 'cartografia.pdf', 'delibera.pdf'].map(aDocument);
    for (const [at, field] of ['relazione', 'cartografia'].entries()) {
      await citizen.field(field).locator('input[type=file]').setInputFiles(documents[at]!);
      await citizen.field(field).getByText('Caricato').waitFor();
    }
    await keptFile(page, 'cartografia');
    await page.reload();
    await citizen.field('cartografia').getByText('cartografia.pdf', { exact: true }).waitFor();
    await citizen.offlineReady();

    await context.setOffline(true);
    await citizen.field('delibera').locator('input[type=file]').setInputFiles(documents[2]!);
    await citizen.field('delibera').getByText('Salvato su questo dispositivo').waitFor();
    await citizen.press('Avanti');
    await citizen.heading('Controlla la richiesta').waitFor();
    await citizen.press('Invia');
    await citizen.heading('La richiesta è salvata su questo dispositivo, ma non è ancora partita.').waitFor();
    await context.setOffline(false);
    await citizen.heading('La richiesta è arrivata.').waitFor();
    await citizen.survey.getByText(/^CMTO-RI-\d{4}\/0000001$/).waitFor();
    await ease.waitFor();

    const listed = (await site.command('request', 'list')).trim().split('\n');
    assert.equal(listed.length, 1, listed.join('\n'));
    const year = /CMTO-RI-(\d{4})\/0000001/.exec(listed[0]!)![1]!;
    const number = `${year}/0000001`;

    await page.getByRole('link', { name: 'Segui la richiesta' }).click();
    const applicant = following(page);
    await applicant.heading('Che cosa è successo').waitFor();
    const code = new URL(page.url()).hash.slice(1);
    assert.match(code, /^[0-9A-Z]{26}$/);
    for (const document of documents) {
      const link = applicant.survey.getByRole('link', { name: document.name });
      const address = (await link.getAttribute('href'))!;
      const answer = await context.request.get(address);
      assert.equal(
        createHash('sha256')
          .update(await answer.body())
          .digest('hex'),
        hashOf(document),
        document.name,
      );
      assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/);
    }
    assert.deepEqual(await axeViolationsOf(page), []);

    await site.command('request', 'ask', number, '--text', 'Manca la tavola dei vincoli.', '--operator', 'Bruno');
    await page.reload();
    await applicant.heading('L’ufficio ti chiede un’integrazione').waitFor();
    await applicant.survey.getByText('Manca la tavola dei vincoli.').waitFor();
    const missing = aDocument('vincoli.pdf');
    await applicant.field('documenti').locator('input[type=file]').setInputFiles(missing);
    await applicant.survey.getByRole('textbox', { name: 'Il tuo messaggio' }).fill('Ecco la tavola.');
    await applicant.survey.getByText('Pronto: parte quando premi Invia').waitFor();
    await applicant.survey.getByText('Bozza salvata alle').waitFor();
    await page.goto(`${site.url}/segui.html`);
    await applicant.survey.getByRole('textbox', { name: 'Numero' }).fill(number);
    await applicant.survey.getByRole('textbox', { name: 'Codice della ricevuta' }).fill(code);
    await applicant.press(/^Mostra$/);
    await applicant.survey.getByText('Abbiamo ritrovato la bozza del').waitFor();
    await applicant.field('documenti').getByText('vincoli.pdf', { exact: true }).waitFor();
    assert.equal(
      await applicant.survey.getByRole('textbox', { name: 'Il tuo messaggio' }).inputValue(),
      'Ecco la tavola.',
    );
    await context.setOffline(true);
    await applicant.press('Invia');
    await applicant.heading('Non ancora partito da questo dispositivo').waitFor();
    await context.setOffline(false);
    await applicant.survey.getByText('Ricevuta un’integrazione').waitFor();
    const { messages } = (await (await fetch(`${site.url}/api/v1/receipts/${code}`)).json()) as {
      messages: { id: string; kind: string; attachments: { sha256: string }[] }[];
    };
    const additions = messages.filter(({ kind }) => kind === 'addition');
    assert.deepEqual(
      additions.map(({ attachments }) => attachments.map(({ sha256 }) => sha256)),
      [[hashOf(missing)]],
    );
    const { id } = additions[0]!;
    const stored = join(site.folder, 'data/attachments', id.slice(0, 2), id, hashOf(missing));
    assert.ok((await readFile(stored)).equals(missing.buffer), 'what was added is the same on the server’s disk');

    await applicant.survey.getByText('Ritira la richiesta', { exact: true }).click();
    await applicant.press('Sì, ritira la richiesta');
    await applicant.survey.getByText('L’hai ritirata: l’ufficio non la esamina più.').waitFor();
    assert.match(await site.command('request', 'list'), /withdrawn/);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('without identity or file takes three short steps, also at 320 px', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url, { width: 320, height: 700 });
    const citizen = filling(page);
    await page.goto(`${site.url}/problemi.html`);
    await citizen.heading('Il procedimento').waitFor();
    assert.deepEqual(await axeViolationsOf(page), []);
    await citizen.survey.getByRole('checkbox', { name: /Ho letto l’informativa/ }).check();
    await citizen.press('Avanti');
    await citizen.survey.getByRole('radio', { name: 'Un errore' }).check();
    await citizen.survey.getByRole('textbox', { name: /Che cosa è successo/ }).fill('La pagina non si apre.');
    await citizen.press('Avanti');
    await citizen.heading('Chi segnala').waitFor();
    await citizen.press('Avanti');
    await citizen.heading('Controlla la richiesta').waitFor();
    await citizen.press('Invia');
    await citizen.survey.getByText(/^CMTO-RI-\d{4}\/\d{7}$/).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, 'nothing stands out');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { createHash, randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeViolationsOf } from '../src/axe-in-page.ts';
import { Applicant } from './support/applying.ts';
import { openBrowser, openPage, type Misdeeds } from './support/browser.ts';
import { Site } from './support/site.ts';

const aDocument = {
  name: 'visura.pdf',
  mimeType: 'application/pdf',
  buffer: randomFillSync(Buffer.alloc(300_000)).fill('%PDF-1.7\n', 0, 9),
};
const hash = createHash('sha256').update(aDocument.buffer).digest('hex');

/** Everything this page's origin keeps on the device, as text. */
const keptHere = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('cmto-drafts-1');
        opening.onsuccess = () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify([all.result, { ...localStorage }, { ...sessionStorage }, document.cookie]));
          };
        };
      }),
  );

describe('signing in for a request', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.openWithOffice(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Going to the provider is what is asked for. */
  const misdeedsIn = ({ list }: Misdeeds): string[] => {
    const { origin } = new URL(site.mailbox);
    return list.filter((misdeed) => misdeed !== `request to ${origin}`);
  };

  const open = async (options: Parameters<typeof openPage>[2] = {}, path = '/istanza.html') => {
    const visit = await openPage(browser, site.url, options);
    const applicant = new Applicant(visit.page);
    await visit.page.goto(site.url + path);
    await applicant.heading('Il procedimento').waitFor();
    return { ...visit, applicant };
  };

  const forgetProofs = (): void => {
    const database = new DatabaseSync(join(site.folder, 'data/cmto.sqlite'));
    database.exec('PRAGMA busy_timeout = 5000; DELETE FROM sign_ins');
    database.close();
  };

  it('leaves the page with its file and comes back to both; the request is formal, and the device keeps no proof', async () => {
    const { context, page, misdeeds, applicant } = await open({}, '/istanza.html?lang=it');
    await applicant.survey.getByText(/È un’istanza formale/).waitFor();
    await applicant.sayWho();
    await applicant.sayWhat(aDocument);
    await applicant.press('Invia');
    await applicant.survey.getByText('Per inviare questa richiesta bisogna prima accedere con SPID o CIE.').waitFor();
    assert.match(await applicant.focused(), /bisogna prima accedere/);
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Ada Rossi');
    await applicant.signedInAs('Ada Rossi').waitFor();
    assert.equal(page.url(), `${site.url}/istanza.html?lang=it`, 'nothing of the sign-in is in the address');
    await applicant.field('interesse-documento').getByText('visura.pdf', { exact: true }).waitFor();
    assert.match(await applicant.focused(), /Hai effettuato l’accesso come Ada Rossi/);
    assert.doesNotMatch(await keptHere(page), /RSSDAA80A41L219A|verifier/);
    await applicant.press('Avanti');
    await applicant.heading('Controlla la richiesta').waitFor();
    await applicant.press('Invia');
    await applicant.survey.getByText(/^CMTO-RI-\d{4}\/0000001$/).waitFor();
    await applicant.survey.getByText('È un’istanza formale, presentata da chi si è identificato').waitFor();
    assert.doesNotMatch(await keptHere(page), /"proof"/);
    const listed = await site.command('request', 'list');
    const number = /\d{4}\/0000001/.exec(listed)![0];
    const shown = await site.command('request', 'show', number);
    for (const part of ['RSSDAA80A41L219A', hash, 'Relazione della variante 12']) assert.ok(shown.includes(part), part);
    assert.deepEqual(misdeedsIn(misdeeds), []);
    await context.close();
  });

  it('of somebody else loses nothing when the proof is over at sending, and goes on after signing in again', async () => {
    const { context, misdeeds, applicant } = await open();
    await applicant.sayWho();
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Bruno Bianchi');
    await applicant.signedInAs('Bruno Bianchi').waitFor();
    await applicant.sayWhat(aDocument);
    forgetProofs();
    await applicant.press('Invia');
    await applicant.survey.getByText('Chi firma e chi è indicato come richiedente non sono la stessa cosa').waitFor();
    await applicant.actForThem('Bruno Bianchi', 'Ada Rossi');
    await applicant.press('Invia');
    await applicant.heading('La richiesta non è stata accettata.').waitFor();
    await applicant.press('Correggi e invia di nuovo');
    await applicant.survey.getByText('L’accesso non vale più e la richiesta non è partita.').waitFor();
    await applicant.heading('Controlla la richiesta').waitFor();
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Bruno Bianchi');
    await applicant.signedInAs('Bruno Bianchi').waitFor();
    await applicant.field('interesse-documento').getByText('visura.pdf', { exact: true }).waitFor();
    await applicant.press('Avanti');
    await applicant.heading('Controlla la richiesta').waitFor();
    await applicant.actForThem('Bruno Bianchi', 'Ada Rossi');
    await applicant.press('Invia');
    await applicant.heading('La richiesta è arrivata.').waitFor();
    assert.deepEqual(misdeedsIn(misdeeds), []);
    await context.close();
  });

  it('says that it was given up at the provider, and lets a person sign out', async () => {
    const { context, page, misdeeds, applicant } = await open();
    await applicant.sayWho();
    await applicant.press('Entra con SPID o CIE');
    await page.getByRole('button', { name: 'Annulla e torna al modulo' }).click();
    await applicant.survey.getByText('Hai interrotto l’accesso. Non è cambiato nulla').waitFor();
    assert.equal(page.url(), `${site.url}/istanza.html`);
    assert.equal(await applicant.survey.getByRole('textbox', { name: /^Cognome/ }).inputValue(), 'Rossi');
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Maria Ferrero');
    await applicant.signedInAs('Maria Ferrero').waitFor();
    await applicant.press('Esci');
    await applicant.survey.getByRole('button', { name: 'Entra con SPID o CIE' }).waitFor();
    await applicant.survey.getByText('Accesso chiuso').waitFor();
    await page.reload();
    await applicant.survey.getByRole('button', { name: 'Entra con SPID o CIE' }).waitFor();
    assert.deepEqual(misdeedsIn(misdeeds), []);
    await context.close();
  });

  it('says without a network that it needs one, and fills in on', async () => {
    const { context, applicant } = await open();
    await applicant.sayWho();
    await applicant.offlineReady();
    await context.setOffline(true);
    await applicant.press('Entra con SPID o CIE');
    await applicant.survey.getByText('Per accedere serve la rete, e ora manca.').waitFor();
    await context.setOffline(false);
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Ada Rossi');
    await applicant.signedInAs('Ada Rossi').waitFor();
    await context.close();
  });

  it('is done at 320 px with nothing standing out, and without a fault for axe in every state', async () => {
    const { context, page, applicant } = await open({ width: 320, height: 700 });
    const clean = async (what: string): Promise<void> => {
      assert.deepEqual(await axeViolationsOf(page), [], what);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, what);
    };
    await clean('first step');
    await applicant.sayWho();
    await clean('not signed in');
    await applicant.press('Entra con SPID o CIE');
    await page.getByRole('heading', { name: 'Identità dimostrativa' }).waitFor();
    await clean('the provider');
    await page.getByRole('button', { name: 'Annulla e torna al modulo' }).click();
    await applicant.survey.getByText('Hai interrotto l’accesso').waitFor();
    await clean('given up');
    await applicant.press('Entra con SPID o CIE');
    await applicant.be('Ada Rossi');
    await applicant.signedInAs('Ada Rossi').waitFor();
    await clean('signed in');
    await applicant.sayWhat();
    await clean('summary');
    forgetProofs();
    await applicant.press('Invia');
    await applicant.heading('La richiesta non è stata accettata.').waitFor();
    await clean('refused');
    await applicant.press('Correggi e invia di nuovo');
    await applicant.survey.getByText('L’accesso non vale più').waitFor();
    await clean('to sign in again');
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { OtherSite } from './support/other-site.ts';
import { Site } from './support/site.ts';

const slug = 'sondaggio-priorita';

/** A page of another site, and in it a frame without an origin: no storage, no locks, no forms, `Origin: null`. */
const article = `<!doctype html><html lang="it"><head><title>Notizia</title></head><body><main><h1>Notizia</h1>
<iframe title="Sondaggio" sandbox="allow-scripts" src="/riquadro" width="100%" height="1200"></iframe>
</main></body></html>`;
const framed = (kit: string): string => `<!doctype html><html lang="it"><head><title>Sondaggio</title>
<script type="module" src="${kit}/kit/v1/cmto.js"></script></head>
<body><cmto-survey slug="${slug}"></cmto-survey></body></html>`;

describe('the poll in a frame that may run scripts and nothing else, as WordPress makes them', () => {
  let site: Site;
  let browser: Browser;
  let other: OtherSite;

  before(async () => {
    [site, browser] = await Promise.all([Site.open({ CMTO_ALLOW_LOOPBACK: 'off' }), openBrowser()]);
    other = await OtherSite.open({ '/notizia': article, '/riquadro': framed(site.url) });
  });
  after(async () => {
    await browser.close();
    await other.close();
    await site.close();
  });

  const openArticle = async (): Promise<Visit & { citizen: Citizen }> => {
    const visit = await openPage(browser, site.url);
    await visit.page.goto(`${other.url}/notizia`);
    return { ...visit, citizen: new Citizen(visit.page, visit.page.frameLocator('iframe').locator('cmto-survey')) };
  };
  // The page itself is of the other site.
  const own = ({ misdeeds }: Visit): string[] =>
    misdeeds.list.filter((misdeed) => misdeed !== `request to ${other.url}`);

  it('says that it cannot be loaded where the department has not let in pages without an origin', async () => {
    const { context, citizen } = await openArticle();
    await citizen.survey.getByText('In questo momento il questionario non si carica.').waitFor();
    assert.deepEqual(await site.answers(slug), []);
    await context.close();
  });

  it('is answered from memory where it has, and says that nothing is kept', async () => {
    await site.command('department', 'allow', 'pianificazione-strategica', 'null');
    const visit = await openArticle();
    const { context, page, citizen } = visit;
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.survey
      .getByText('Su questo dispositivo non resta nulla: se chiudi la pagina prima di inviare, le risposte si perdono.')
      .waitFor();
    assert.equal(await citizen.survey.getByText(/Bozza salvata/).count(), 0);
    const [request] = await Promise.all([page.waitForRequest('**/responses'), citizen.press('Invia')]);
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await request.allHeaders())['origin'], 'null');
    const stored = await site.answers(slug);
    assert.deepEqual(
      stored.map(({ answers }) => answers),
      [{ priorita: 'asse-6' }],
    );
    assert.deepEqual(own(visit), []);
    await context.close();
  });

  it('shows in the page what the frame may neither save nor print nor open, and says why', async () => {
    const visit = await openArticle();
    const { context, citizen } = visit;
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    const status = citizen.survey.getByRole('status').first();
    const opened = 'Se non si è aperto nulla, è la pagina intorno a questo riquadro che non lo permette.';
    const address = await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).getAttribute('href');
    await citizen.press('Stampa');
    await citizen.survey.locator('p', { hasText: opened }).waitFor();
    assert.match(await status.innerText(), new RegExp(`^${opened}`));
    assert.equal(await citizen.survey.locator('.notice code').innerText(), address);

    await citizen.press('Scarica le tue risposte');
    const copy = citizen.survey.getByRole('textbox', { name: 'Se il file non è stato salvato' });
    await copy.waitFor();
    assert.match(await copy.inputValue(), /Più sana/);
    assert.match(await status.innerText(), /^Se il file non è stato salvato/);

    await citizen.survey.getByRole('link', { name: 'Apri la ricevuta' }).click();
    await citizen.survey.locator('p', { hasText: opened }).waitFor();
    assert.equal(await copy.count(), 0);
    // The browser tells the console, and nobody else, what it has not done.
    const silent = /sandboxed|allow-(?:modals|downloads|popups)/;
    assert.deepEqual(
      own(visit).filter((misdeed) => !silent.test(misdeed)),
      [],
    );
    await context.close();
  });

  it('asks for the page to be kept open while the service does not answer, and then sends it once', async () => {
    const visit = await openArticle();
    const { context, citizen } = visit;
    const known = (await site.answers(slug)).length;
    await citizen.choose(/dovrebbe venire per prima/, 'Che impara di più');
    await context.route('**/responses', (route) => route.abort());
    // By keyboard, too, a frame that may not submit forms is told nothing of a submission.
    await citizen.survey.getByRole('radio', { name: 'Che impara di più' }).press('Enter');
    await citizen.heading('La risposta non è ancora partita.').waitFor();
    await citizen.survey.getByText('tieni aperta questa pagina, partirà da sola appena possibile').waitFor();
    await context.unroute('**/responses');
    await citizen.press('Prova a inviare adesso');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    assert.equal((await site.answers(slug)).length, known + 1);
    assert.deepEqual(own(visit), []);
    await context.close();
  });
});

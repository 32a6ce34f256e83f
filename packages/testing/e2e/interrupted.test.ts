import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { SurveyFile } from '@cmto/contract';
import type { Browser, Page } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { storedOnDevice, untilStored } from './support/device-store.ts';
import { ownPage } from './support/own-page.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';
const text =
  'Che i Comuni piccoli hanno bisogno di persone, non solo di bandi: chi scrive i progetti, poi, chi li segue?';

/** Writes down, where a reload does not reach, what boxes held and when, and when the page went away. */
const keepTime = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    addEventListener(
      'input',
      (event) => {
        const { value } = event.composedPath()[0] as HTMLInputElement;
        const typed = JSON.parse(sessionStorage.getItem('typed') ?? '[]') as [number, string][];
        sessionStorage.setItem('typed', JSON.stringify([...typed, [Date.now(), value]]));
      },
      true,
    );
    addEventListener('pagehide', () => sessionStorage.setItem('left', String(Date.now())));
  });
};

describe('a visit that is interrupted', () => {
  let site: Site;
  let browser: Browser;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** A mayor on the second page, about to write. */
  const reachSecondPage = async (page: Page): Promise<Citizen> => {
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html`);
    const answering = new Answering(citizen, await site.definition(slug), { wanted: { ruolo: 'sindaco' } });
    await answering.fill(answering.pages[0]!);
    await citizen.press('Avanti');
    await citizen.heading('Il percorso partecipativo').waitFor();
    return citizen;
  };
  const writtenIn = (citizen: Citizen): Promise<string> =>
    citizen.survey.getByRole('textbox', { name: 'Che cosa ha insegnato l’ultimo Piano?' }).inputValue();

  it('goes on, after a reload in the middle of a word, where the person was', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    await keepTime(page);
    const citizen = await reachSecondPage(page);
    await citizen.tick('A quali momenti hai preso parte', 'Modulo online per contributi scritti');
    const box = citizen.survey.getByRole('textbox', { name: 'Che cosa ha insegnato l’ultimo Piano?' });
    await box.pressSequentially(text, { delay: 10 });
    await page.reload();

    await citizen.heading('Il percorso partecipativo').waitFor();
    await citizen.survey.getByText(/Abbiamo ritrovato la bozza del .+: puoi continuare da dove eri/).waitFor();
    const written = await writtenIn(citizen);
    const due = await page.evaluate(() => {
      const typed = JSON.parse(sessionStorage.getItem('typed')!) as [number, string][];
      return typed.findLast(([when]) => when < Number(sessionStorage.getItem('left')) - 300)![1];
    });
    assert.ok(text.startsWith(written), 'what is back is what was written');
    assert.ok(written.startsWith(due), `all but the last 300 ms is back: “${written}”, due was “${due}”`);
    await citizen.press('Indietro');
    assert.ok(
      await citizen.survey.getByRole('radio', { name: 'Sindaco o sindaca' }).isChecked(),
      'and the page before it',
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('loses at most the last 300 ms when the page crashes', async () => {
    const { context, page } = await openPage(browser, site.url);
    await page.clock.install();
    const citizen = await reachSecondPage(page);
    const box = citizen.survey.getByRole('textbox', { name: 'Che cosa ha insegnato l’ultimo Piano?' });
    await citizen.saved();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    // A letter every tenth of a second of the page's own time.
    for (const letter of text.slice(0, 20)) {
      await box.press(letter === ' ' ? 'Space' : letter);
      await page.clock.runFor(100);
    }
    await storedOnDevice(page);
    const gone = page.waitForEvent('crash');
    await page.goto('chrome://crash').catch(() => undefined);
    await gone;

    const again = new Citizen(await context.newPage());
    await again.open(`${site.url}/questionario.html`);
    await again.heading('Il percorso partecipativo').waitFor();
    const written = await writtenIn(again);
    assert.ok(text.startsWith(written));
    assert.ok(written.length >= 17, `20 letters were typed, ${written.length} are back`);
    await context.close();
  });

  it('finds the draft again days later, and says from when it is', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = await reachSecondPage(page);
    await citizen.saved();
    await page.close();

    const later = await context.newPage();
    await later.clock.setFixedTime(Date.now() + 5 * 24 * 60 * 60 * 1000);
    const again = new Citizen(later);
    await again.open(`${site.url}/questionario.html`);
    const day = new Intl.DateTimeFormat('it', { dateStyle: 'long', timeZone: 'Europe/Rome' }).format(new Date());
    await again.survey.getByText(`Abbiamo ritrovato la bozza del ${day}`).waitFor();
    await context.close();
  });

  it('deletes the draft when asked, and asks once more before', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = await reachSecondPage(page);
    await citizen.saved();
    await citizen.survey.getByText('Cancella la bozza').click();
    await citizen.press('No, conservale');
    await citizen.survey.getByText('Cancella la bozza').click();
    await citizen.press('Sì, cancella');
    await citizen.heading('Chi risponde').waitFor();
    assert.equal(await citizen.survey.getByRole('radio', { checked: true }).count(), 0);
    await citizen.survey.getByRole('status').getByText('Bozza cancellata.').waitFor();
    await page.reload();
    await citizen.heading('Chi risponde').waitFor();
    assert.equal(await citizen.survey.getByRole('radio', { checked: true }).count(), 0, 'also after a reload');
    assert.equal(await citizen.survey.getByText(/Abbiamo ritrovato/).count(), 0);
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('keeps nothing where the tag says that the device is shared', async () => {
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(
      await ownPage(context, site, '<cmto-survey slug="sondaggio-priorita" shared-device></cmto-survey>'),
    );
    await citizen.choose(/dovrebbe venire per prima/, 'Più sana');
    await citizen.survey.getByText(/non resta nulla/).waitFor();
    await page.reload();
    await citizen.survey.getByRole('radiogroup').waitFor();
    assert.equal(await citizen.survey.getByRole('radio', { checked: true }).count(), 0);
    assert.deepEqual(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cmto-entries'))),
      [],
    );
    await context.close();
  });

  // Last: it changes the questionnaire.
  it('carries a draft over to a form that was changed meanwhile, and shows what has no question any more', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = await reachSecondPage(page);
    await citizen.write('Che cosa ha insegnato l’ultimo Piano?', 'A lavorare insieme.');
    await untilStored(page, 'A lavorare insieme.');
    await page.close();

    const file = `${site.folder}/cambiato.json`;
    await writeFile(file, JSON.stringify(changed(await readDefinition())));
    await site.command('survey', 'import', file);
    await site.command('survey', 'publish', slug);

    const again = new Citizen(await context.newPage());
    await again.open(`${site.url}/questionario.html`);
    await again.survey.getByText(/Il questionario è stato aggiornato dopo l’inizio della bozza/).waitFor();
    await again.survey.getByRole('term').filter({ hasText: 'Che cosa ha insegnato l’ultimo Piano?' }).waitFor();
    await again.survey.getByRole('definition').filter({ hasText: 'A lavorare insieme.' }).waitFor();
    await again.heading('Il percorso partecipativo').waitFor();
    await again.press('Indietro');
    assert.ok(
      await again.survey.getByRole('radio', { name: 'Sindaco o sindaca' }).isChecked(),
      'the rest is carried over',
    );
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

const readDefinition = async (): Promise<SurveyFile> =>
  JSON.parse(
    await readFile(new URL('../../../demo/surveys/questionario-psm.json', import.meta.url), 'utf8'),
  ) as SurveyFile;

/** The questionnaire without the question answered last. */
const changed = (definition: SurveyFile): SurveyFile => {
  const pages = definition.form.pages.map((page) => ({
    ...page,
    fields: page.fields.filter(({ id }) => id !== 'lezioni'),
  }));
  return JSON.parse(JSON.stringify({ ...definition, form: { ...definition.form, pages } })) as SurveyFile;
};

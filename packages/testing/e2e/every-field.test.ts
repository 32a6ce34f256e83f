import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answers, Page as FormPage, Survey } from '@cmto/contract';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { Keyboard } from './support/keyboard.ts';
import { KeyboardHand } from './support/keyboard-hand.ts';
import { pdf, pdfHash } from './support/sample-answers.ts';
import { Site } from './support/site.ts';

const slug = 'campionario';

/** As people write. */
const typed: Answers = {
  testo: '  Città di Ivrea ',
  'testo-lungo': 'Prima riga\nseconda riga',
  email: 'mario.rossi@comune.example.it',
  telefono: '+39 011 861-2111',
  sito: 'https://www.example.it/piano?anno=2027',
  'codice-fiscale': 'rssmra85t10a562s',
  iban: 'it60 X054 2811 1010 0000 0123 456',
  cap: '10138',
  numero: 12.5,
  data: '2027-03-09',
  ora: '09:45',
  'si-no': false,
  scala: 2,
  scelta: { other: 'Rumore' },
  scelte: ['aria', 'suolo'],
  tendina: 'suolo',
  griglia: { aria: 'male', acqua: 'bene', suolo: 'cosi-cosi' },
  classifica: ['acqua', 'aria', 'suolo', 'energia'],
  ripartizione: { acqua: 33.3, energia: 66.7 },
  luogo: { address: 'Ponte Vecchio, Ivrea', lat: 45.46603, lon: 7.87489 },
  gruppo: [{ nome: 'Panchine', quantita: 12 }, { nome: 'Alberi' }],
};

/** As the database must have it. */
const canonical: Answers = {
  ...typed,
  testo: 'Città di Ivrea',
  telefono: '+390118612111',
  'codice-fiscale': 'RSSMRA85T10A562S',
  iban: 'IT60X0542811101000000123456',
  classifica: ['suolo', 'acqua', 'aria', 'energia'],
  comune: '001125',
  file: [pdfHash],
  conferma: true,
};

describe('every type of field, on the sampler’s page', () => {
  let site: Site;
  let browser: Browser;
  let survey: Survey;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    survey = await site.definition(slug);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('is answered by keyboard alone, and stored in its canonical form', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    const keyboard = await Keyboard.of(page);
    const answering = new Answering(citizen, survey, {
      wanted: typed,
      hand: (...with_) => new KeyboardHand(keyboard, ...with_),
    });
    await citizen.open(`${site.url}/campionario.html`);

    const putInOrder = async ({ id }: FormPage): Promise<void> => {
      if (id !== 'scelte') return;
      // Soil goes up to the top: its button keeps the focus, and each move is said.
      const up = 'Sposta su: Suolo';
      await keyboard.reachBack(up, ({ name }) => name === up);
      await keyboard.press('Enter', 2);
      await keyboard.isAt('button', up);
      await citizen.survey.getByRole('status').getByText('Suolo: posizione 1 di 4').waitFor();
    };
    await answering.fillAll('Avanti', { filled: putInOrder });
    await citizen.heading('Controlla le risposte').waitFor();
    await keyboard.button('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();

    const types = new Set(survey.form.pages.flatMap(({ fields }) => fields.map(({ type }) => type)));
    assert.equal(types.size, 25, 'the sampler has every type there is');
    assert.deepEqual(
      (await site.answers(slug)).map(({ answers }) => answers),
      [canonical],
    );
    assert.deepEqual(keyboard.unseen, [], 'every stop shows that it has the focus');
    assert.deepEqual(keyboard.nameless, [], 'every stop has a name');
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('forgets what was taken back', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const before_ = new Set((await site.answers(slug)).map(({ id }) => id));
    const citizen = new Citizen(page);
    const { survey: widget } = citizen;
    await citizen.open(`${site.url}/campionario.html`);
    const answering = new Answering(citizen, survey);
    const takeBack = async ({ id }: FormPage): Promise<void> => {
      if (id === 'testi') {
        for (const name of ['E-mail', 'Telefono', 'Sito web', 'IBAN']) await citizen.write(name, '');
      } else if (id === 'scelte') {
        await citizen.choose('Una scelta', 'Altro');
        await citizen.question('Una scelta').getByRole('textbox').fill('Rumore');
        await citizen.choose('Una scelta', 'Acqua');
        // What excludes the rest unticks it, and the other way round.
        await citizen.tick('Più scelte', 'Aria', 'Suolo', 'Nessuna');
        assert.equal(await citizen.question('Più scelte').getByRole('checkbox', { checked: true }).count(), 1);
        await citizen.tick('Più scelte', 'Energia');
        await citizen.press('Togli: Acqua');
        await citizen.press('Togli: Aria');
        await citizen.press('Togli: Suolo');
        await citizen.press('Togli: Energia');
      } else if (id === 'altri') {
        await widget.getByRole('combobox', { name: 'Comune' }).fill('');
        await citizen
          .field('file')
          .getByRole('button', { name: /^Togli/ })
          .click();
        await citizen.field('file').getByText(pdf.name).waitFor({ state: 'hidden' });
        await citizen.press('Aggiungi una riga');
        await widget.getByRole('textbox', { name: 'Nome' }).nth(1).fill('Seconda');
        await citizen.press('Togli la riga 1');
      }
    };
    await answering.fillAll('Avanti', { filled: takeBack });
    await citizen.heading('Controlla le risposte').waitFor();
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();

    const [stored] = (await site.answers(slug)).filter(({ id }) => !before_.has(id));
    const {
      email: _e,
      telefono: _t,
      sito: _s,
      iban: _i,
      classifica: _k,
      comune: _c,
      file: _f,
      ...kept
    } = answering.answers;
    assert.deepEqual(stored!.answers, { ...kept, scelta: 'acqua', scelte: ['energia'], gruppo: [{ nome: 'Seconda' }] });
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('says beside each field what is wrong, and takes it back once it is right', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/campionario.html`);
    const wrong: [id: string, text: string, error: RegExp][] = [
      ['email', 'mario.rossi', /indirizzo/i],
      ['telefono', 'due', /numero/i],
      ['sito', 'javascript:alert(1)', /http/],
      ['codice-fiscale', 'RSSMRA85T10A562T', /codice fiscale/i],
      ['iban', 'IT60X0542811101000000123457', /IBAN/],
      ['cap', '1013', /CAP|5 cifre/],
    ];
    await citizen.write('Testo breve', 'Ivrea');
    for (const [id, text] of wrong) await citizen.field(id).getByRole('textbox').fill(text);
    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').waitFor();
    for (const [id, text, error] of wrong) {
      const box = citizen.field(id).getByRole('textbox');
      assert.equal(await box.getAttribute('aria-invalid'), 'true', `${id}: “${text}” is wrong`);
      assert.match(await citizen.field(id).locator('.error').innerText(), error);
    }
    await citizen.survey.getByRole('alert').getByRole('link', { name: /^IBAN/ }).click();
    assert.match(await citizen.focused(), /^input/);
    await citizen.write('IBAN', 'IT60X0542811101000000123456');
    await citizen.survey.getByRole('textbox', { name: 'IBAN' }).and(page.locator('[aria-invalid=false]')).waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });

  it('does not take a date or a time half typed for none', async () => {
    const { context, page, misdeeds } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/campionario.html`);
    await citizen.write('Testo breve', 'Ivrea');
    await citizen.press('Avanti');
    await citizen.heading('Numeri, date e scale').waitFor();
    for (const id of ['data', 'ora']) await citizen.field(id).locator('input').pressSequentially('09');
    await citizen.press('Avanti');
    await citizen.survey.getByRole('alert').getByText('Ci sono 2 risposte da sistemare').waitFor();
    assert.match(await citizen.field('data').locator('.error').innerText(), /data completa/);
    assert.match(await citizen.field('ora').locator('.error').innerText(), /ora completa/);
    for (const id of ['data', 'ora']) await citizen.field(id).locator('input').fill('');
    await citizen.press('Avanti');
    await citizen.heading('Scelte').waitFor();
    assert.deepEqual(misdeeds.list, []);
    await context.close();
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Answers, Survey } from '@cmto/contract';
import type { Browser } from 'playwright-core';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { readTable } from './support/csv.ts';
import { pdfHash } from './support/sample-answers.ts';
import { Site } from './support/site.ts';

const slug = 'questionario-psm';

/** What a school answers on the page, where it differs from the usual. */
const wanted: Answers = {
  ruolo: 'scuola',
  territorio: 'zona-9',
  partecipazione: ['interviste', 'modulo'],
  'piani-collegati': ['pums', 'pnrr'],
  'ordine-assi': ['asse-4', 'asse-2', 'asse-1', 'asse-3', 'asse-5', 'asse-6'],
  bilancio: { scuole: 70, trasporti: 30 },
  // A spreadsheet would run this.
  'tema-nuovo': '=HYPERLINK("http://example.org","premi qui")',
  'data-risultato': '2029-09-01',
  modi: ['incontri'],
  progetti: [
    { nome: 'Scuole aperte', stato: 'avviato', costo: 1250.5, sito: 'https://www.example.it/scuole' },
    { nome: 'Mensa, orto e cucina' },
  ],
};

describe('the exports of answers given on the page', () => {
  let site: Site;
  let browser: Browser;
  let survey: Survey;
  let answers: Record<string, unknown>;

  before(async () => {
    [site, browser] = await Promise.all([Site.open(), openBrowser()]);
    survey = await site.definition(slug);
    const { context, page } = await openPage(browser, site.url);
    const citizen = new Citizen(page);
    await citizen.open(`${site.url}/questionario.html`);
    const answering = new Answering(citizen, survey, { wanted });
    await answering.fillAll('Avanti');
    await citizen.press('Invia');
    await citizen.heading('Grazie: la risposta è arrivata.').waitFor();
    await context.close();
    answers = answering.stored as Record<string, unknown>;
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const csv = async (...more: string[]): Promise<Record<string, string>[]> =>
    readTable(await site.command('survey', 'export', slug, '--csv', ...more));

  it('are, as JSON, what was answered, with the day and nothing more', async () => {
    const [stored, ...others] = await site.answers(slug);
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(stored!).toSorted(), ['answers', 'formVersion', 'id', 'receivedAt']);
    assert.equal(stored!.formVersion, 1);
    assert.match(stored!.receivedAt, /T2[23]:00:00(\.000)?Z$/, 'midnight in Rome');
    assert.deepEqual(stored!.answers, answers);
  });

  it('are, as CSV, one row with one column per question and option', async () => {
    const [row, ...others] = await csv();
    assert.deepEqual(others, []);
    const matrix = answers['progressi'] as Record<string, string>;
    const expected: Record<string, string> = {
      formVersion: '1',
      ruolo: 'scuola',
      territorio: 'zona-9',
      // Not asked of a school: empty, neither "no" nor zero.
      abitanti: '',
      conviene: '',
      'temi-cooperazione.mobilita': '',
      comune: '001125',
      'comune:name': 'Ivrea',
      'comune:zone': '9',
      'partecipazione.interviste': '1',
      'partecipazione.modulo': '1',
      'partecipazione.ascolto': '0',
      'partecipazione.nessuno': '0',
      'piani-collegati.pums': '1',
      'piani-collegati.ptgm': '0',
      'piani-collegati:other': '',
      'voto-percorso': '4',
      'letto-piano': '1',
      'progressi.asse-1': matrix['asse-1']!,
      'luogo:address': 'Piazza Castello, Torino',
      'luogo:lat': '',
      lezioni: 'Più corse serali verso le valli.\nE qualche fermata in più.',
      'ordine-assi.asse-4': '1',
      'ordine-assi.asse-2': '2',
      'ordine-assi.asse-6': '6',
      'bilancio.scuole': '70',
      'bilancio.trasporti': '30',
      'bilancio.lavoro': '0',
      'tema-nuovo': `'=HYPERLINK("http://example.org","premi qui")`,
      'data-risultato': '2029-09-01',
      ora: '17:30',
      'progetti[1].nome': 'Scuole aperte',
      'progetti[1].costo': '1250.5',
      'progetti[2].nome': 'Mensa, orto e cucina',
      'progetti[2].costo': '',
      materiali: pdfHash,
      'dichiarazione-materiali': '1',
    };
    const found = Object.fromEntries(Object.keys(expected).map((name) => [name, row![name]]));
    assert.deepEqual(found, expected);
  });

  it('have a codebook that knows every column, its question and its option', async () => {
    const [row] = await csv();
    const codebook = await csv('--codebook');
    assert.deepEqual(
      codebook.map(({ column }) => column),
      Object.keys(row!),
    );
    const line = codebook.find(({ column }) => column === 'ordine-assi.asse-4')!;
    assert.equal(line['question'], 'In quale ordine dovrebbe lavorare sui sei assi?');
    assert.equal(line['label'], 'Che impara di più');
    assert.equal(line['type'], 'ranking');
    for (const { column, question, type, holds } of codebook) {
      assert.ok(holds, `${column} tells what it holds`);
      assert.ok(type === 'submission' || question, `${column} tells its question`);
    }
  });

  it('keep their columns whatever is answered next', async () => {
    const before_ = Object.keys((await csv())[0]!);
    const other: Answers = { ...answers, ruolo: 'cittadino' } as Answers;
    await assert.rejects(site.send(slug, other), /submission\.invalid/, 'answers to questions that are not asked');
    const { progetti: _p, materiali: _m, 'dichiarazione-materiali': _d, ...rest } = answers;
    await site.send(slug, rest);
    const rows = await csv();
    assert.equal(rows.length, 2);
    assert.deepEqual(Object.keys(rows[0]!), before_);
    // In the order of their random keys, which says nothing of who came first.
    assert.deepEqual(
      rows.map(({ submissionId }) => submissionId),
      rows.map(({ submissionId }) => submissionId!).toSorted(),
    );
  });
});

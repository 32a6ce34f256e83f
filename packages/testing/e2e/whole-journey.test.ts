import type { Answers, Survey } from '@cmto/contract';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { cells, wanted } from './support/a-mayor.ts';
import { Answering } from './support/answering.ts';
import { openBrowser, openPage, type Visit } from './support/browser.ts';
import { Citizen } from './support/citizen.ts';
import { readTable } from './support/csv.ts';
import { untilStored } from './support/device-store.ts';
import { hear } from './support/hearing.ts';
import { pdf, pdfHash } from './support/sample-answers.ts';
import { Site } from './support/site.ts';
import { byKeyboard, byMouse, type Way } from './support/ways.ts';

const slug = 'questionario-psm';

/** What the widget says on the way. */
const words = {
  it: {
    name: 'Italiano',
    next: 'Avanti',
    send: 'Invia',
    review: 'Controlla le risposte',
    found: /Abbiamo ritrovato la bozza del .+: puoi continuare da dove eri/,
    queued: 'La risposta è salvata su questo dispositivo, ma non è ancora partita.',
    sent: 'Grazie: la risposta è arrivata.',
  },
  en: {
    name: 'English',
    next: 'Next',
    send: 'Send',
    review: 'Check your answers',
    found: /We found your draft of .+: you can go on from where you were/,
    queued: 'Your answer is saved on this device, but has not left yet.',
    sent: 'Thank you: your answer has arrived.',
  },
};

describe('the whole questionnaire, interrupted by a reload and by a lost network, in two languages', () => {
  let browser: Browser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const way of [byKeyboard, byMouse]) {
    it(`is filled in ${way.name}, and the row and the exports hold just what was answered`, async (test) => {
      const site = await Site.open();
      test.after(() => site.close());
      const survey = await site.definition(slug);
      const visit = await openPage(browser, site.url, way.options);
      test.after(() => visit.context.close());
      const answers = await journey(site, survey, visit, way);
      await isStored(site, answers);
      await isExported(site, answers);
    });
  }
});

/** From the first question to the receipt; answers what the person has answered. */
const journey = async (site: Site, survey: Survey, visit: Visit, way: Way): Promise<Answers> => {
  const { context, page, misdeeds } = visit;
  const [first, second] = way.languages;
  const events = await hear(page);
  const citizen = new Citizen(page);
  const { hand, switchTo, faults } = await way.begin(visit, citizen);
  const answering = new Answering(citizen, survey, { language: first, wanted, hand });
  await citizen.open(`${site.url}/questionario.html?lang=${first}`);

  // The third page is answered when the page is loaded anew.
  await answering.fillAll(words[first].next, { to: 2 });
  await answering.reach(answering.pages[2]!);
  await answering.fill(answering.pages[2]!);
  await untilStored(page, 'Piazza Castello, Torino');
  await page.reload();
  await citizen.survey.getByText(words[first].found).waitFor();
  await answering.reach(answering.pages[2]!);
  await answering.hand.press(words[first].next);

  await answering.reach(answering.pages[3]!);
  await switchTo(words[second].name);
  const other = new Answering(citizen, survey, { language: second, wanted, hand });
  Object.assign(other.answers, answering.answers);
  const last = other.pages.length - 1;
  await other.fillAll(words[second].next, {
    from: 3,
    // The last page, with its file, finds no network any more.
    async arrived(_page, index) {
      if (index !== last) return;
      await citizen.offlineReady();
      await context.setOffline(true);
    },
    filled: async ({ id }) => assert.deepEqual(await faults(), [], id),
  });
  await citizen.heading(words[second].review).waitFor();
  assert.deepEqual(await faults(), [], 'the review');
  await other.hand.press(words[second].send);
  await citizen.heading(words[second].queued).waitFor();
  assert.deepEqual(rowsOf(site), [], 'nothing has arrived');

  await context.setOffline(false);
  await citizen.heading(words[second].sent).waitFor();
  assert.deepEqual(await faults(), [], 'the receipt');
  assert.deepEqual(
    events.map(({ name }) => name).filter((name) => name !== 'step-changed'),
    ['ready', 'ready', 'submit-request', 'queued', 'submitted'],
  );
  assert.deepEqual(misdeeds.list, []);
  return other.stored as Answers;
};

interface Row {
  readonly id: string;
  readonly survey_slug: string;
  readonly form_version: number;
  readonly content: string;
  readonly attachments: string;
  readonly flags: string;
  readonly language: string | null;
  readonly page: string | null;
}

/** The rows of the table of answers, as they are in the database's own file. */
const rowsOf = (site: Site): Row[] => {
  const database = new DatabaseSync(join(site.folder, 'data/cmto.sqlite'), { readOnly: true });
  try {
    return database.prepare('select * from responses').all() as unknown as Row[];
  } finally {
    database.close();
  }
};

const isStored = async (site: Site, answers: Answers): Promise<void> => {
  const [row, ...others] = rowsOf(site);
  assert.deepEqual(others, []);
  const { survey_slug: survey, form_version: version, flags, language, page } = row!;
  assert.deepEqual(
    { survey, version, flags, language, page },
    { survey: slug, version: 1, flags: '[]', language: null, page: null },
  );
  const content = { kind: 'survey', slug, formVersion: 1, answers, attachments: [pdfHash] };
  assert.deepEqual(JSON.parse(row!.content), content);
  assert.deepEqual(JSON.parse(row!.attachments), [
    { field: 'materiali', sha256: pdfHash, name: pdf.name, type: pdf.mimeType, size: pdf.buffer.length },
  ]);
};

const isExported = async (site: Site, answers: Answers): Promise<void> => {
  const [{ id }] = rowsOf(site) as [Row];
  const [stored, ...others] = await site.answers(slug);
  assert.deepEqual(others, []);
  const { receivedAt } = stored!;
  assert.match(receivedAt, /T2[23]:00:00(\.000)?Z$/, 'midnight in Rome');
  assert.deepEqual(stored, { id, formVersion: 1, receivedAt, answers });

  const [row, ...more] = readTable(await site.command('survey', 'export', slug, '--csv'));
  assert.deepEqual(more, []);
  const { submissionId, receivedAt: day, ...answered } = row!;
  assert.equal(submissionId, id);
  assert.equal(Date.parse(day!), Date.parse(receivedAt));
  const said = Object.fromEntries(Object.entries(answered).filter(([, cell]) => cell !== '' && cell !== '0'));
  assert.deepEqual(said, cells);
  assert.equal(answered['ufficio-di-piano'], '0', 'a no is an answer');
  assert.equal(answered['chi-paga.regione'], '0', 'no share is none');
  assert.equal(answered['ambito-tecnico'], '', 'what a mayor is not asked is empty');
};

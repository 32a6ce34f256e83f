import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Consultation } from '@cmto/contract';
import type { TextDocument } from '@cmto/documents';
import { type EditedDocument, largePlan } from '@cmto/documents/testing';
import { ConsultationRepository, databaseFile, type Database, openDatabase } from '@cmto/server';
import { median, ms } from './statistics.ts';
import { atMost, type Bench, information } from './table.ts';

const PARAGRAPHS = 3000;
const OBSERVATIONS = 2000;
const slug = 'piano';

/** How long a plan takes to be published again with all that was observed on it, on the embedded database. */
export const run: Bench = async ({ quick }) => {
  const plan = largePlan(1, PARAGRAPHS, 600, OBSERVATIONS);
  const runs: { wall: number; cpu: number }[] = [];
  let states: string[] = [];
  for (let time = 0; time < (quick ? 1 : 5); time += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'cmto-follow-'));
    const database = await openDatabase(databaseFile(folder));
    await fill(database, plan);
    const repository = new ConsultationRepository(database.db);
    await repository.import(definition(2, plan.to));
    const [start, before] = [performance.now(), process.cpuUsage()];
    await repository.publish(slug);
    runs.push({ wall: performance.now() - start, cpu: process.cpuUsage(before).user / 1000 });
    states = (await database.db.selectFrom('contributions').select('position').execute()).map((row) =>
      String(row.position),
    );
    await database.close();
    rmSync(folder, { recursive: true });
  }
  const count = (state: string): string => String(states.filter((one) => one === state).length);
  return {
    name: 'follow',
    title: 'A new version of a plan is published, and its observations follow',
    rows: [
      atMost('Publishing, start to end', median(runs.map(({ wall }) => wall)), 5000, ms),
      information('The same, processor time', ms(median(runs.map(({ cpu }) => cpu)))),
      ...['same', 'moved', 'changed', 'gone', 'unsure', 'null'].map((state) => information(state, count(state))),
    ],
    notes: [`${PARAGRAPHS} paragraphs, 600 edits, ${OBSERVATIONS} observations, in one transaction on SQLite.`],
    raw: { runs },
  };
};

const definition = (version: number, { sections }: TextDocument): Consultation => ({
  slug,
  version,
  department: 'pianificazione-strategica',
  kind: 'document',
  title: 'Piano',
  languages: ['it'],
  access: 'open',
  identity: 'none',
  attribution: 'confidential',
  privacy: { notice: 'Si conservano cinque anni.', retentionDays: 1826 },
  document: {
    title: 'Piano',
    version,
    sections: sections.map(({ id, heading, level, paragraphs }) => ({
      id,
      title: heading || id,
      level: Math.max(1, level),
      ...(paragraphs.length > 0 ? { paragraphs: [...paragraphs] } : {}),
    })),
  },
  moderation: { when: 'after', rules: 'Si pubblica.', reasons: [{ id: 'altro', label: 'Altro' }] },
  contribution: { text: 'testo' },
  form: { pages: [{ id: 'uno', fields: [{ id: 'testo', type: 'long-text', label: 'Testo', required: true }] }] },
});

/** The first version, published, and observations on it: every paragraph once, and then again. */
async function fill({ db }: Database, plan: EditedDocument): Promise<void> {
  const repository = new ConsultationRepository(db);
  await repository.import(definition(1, plan.from));
  await repository.publish(slug);
  await db.transaction().execute(async (transaction) => {
    for (let at = 0; at < OBSERVATIONS; at += 1) {
      const { section, paragraph, quote } = plan.cases[at % plan.cases.length]!.anchor;
      const target = { documentVersion: 1, section, paragraph, ...(quote ? { quote: quote.exact } : {}) };
      const id = randomUUID();
      const sent = { content_hash: id, receipt_hash: id, attachments: '[]', flags: '[]', received_at: 0 };
      await transaction
        .insertInto('responses')
        .values({
          ...sent,
          id,
          survey_slug: slug,
          form_version: 1,
          content: JSON.stringify({ answers: { testo: 'Osservazione.' }, target }),
          completed_at: null,
          language: 'it',
          page: null,
        })
        .execute();
      await transaction
        .insertInto('contributions')
        .values({
          id,
          public_id: id,
          slug,
          department: 'pianificazione-strategica',
          state: 'published',
          section,
          type: 'observation',
          author: 'citizen',
          topic: null,
          zone: null,
          municipality: null,
          flags: '[]',
          words_hash: id,
          agreements: 0,
          answer: null,
          reason: null,
          note: null,
          appealed: 0,
          received_at: 0,
          register: null,
          position: null,
          positions: 0,
        })
        .execute();
    }
  });
}

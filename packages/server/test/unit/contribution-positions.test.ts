import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Consultation, Contribution, ContributionList } from '@cmto/contract';
import { contributionListSchema } from '@cmto/contract/schemas';
import { ConsultationRepository } from '@cmto/server';
import { readMarkdown } from '@cmto/documents/markdown';
import { aConsultation, aContribution } from '@cmto/testing/builders';
import { toSections } from '../../src/consultations/to-sections.ts';
import { consult, contributed, contributionOf, statusOf } from '../support/consultations.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const slug = 'bozza-di-piano';
const by = ['--operator', 'm.bianchi'];

/** A version of the document, published at once as contributions are. */
const draft = (version: number, markdown: string, parts: Partial<Consultation> = {}): Consultation => {
  const base = aConsultation();
  return {
    ...base,
    moderation: { ...base.moderation, when: 'after' },
    document: { title: 'Bozza del piano', version, sections: toSections(readMarkdown(markdown)) },
    ...parts,
  };
};

const bicycles = 'La rete delle piste ciclabili collega le stazioni ferroviarie con le scuole della valle.';
const trains = 'I treni metropolitani passano ogni quindici minuti anche nei giorni festivi e di sera.';
const forests = 'I boschi della collina si curano insieme con i proprietari privati e i consorzi forestali.';
const office = 'Lo sportello unico risponde entro dieci giorni lavorativi alle domande dei piccoli Comuni.';
const vague = 'Il programma si attua secondo le disponibilità di bilancio di ciascun esercizio finanziario.';

const first = ['# 1 Premessa', office, '# 2 Mobilità', bicycles, trains, '# 3 Montagna', forests, vague].join('\n\n');
/** Numbers shift; a paragraph goes to another section, one is reworded, one is deleted, one has two look-alikes. */
const second = [
  '# 1 Premessa',
  office,
  '# 2 Novità',
  'Questa parte racconta che cosa è cambiato dopo le assemblee pubbliche della primavera scorsa.',
  vague,
  '# 3 Mobilità',
  trains.replace('quindici', 'dieci'),
  vague,
  '# 4 Montagna',
  bicycles,
].join('\n\n');

const about = (section: string, quote: string, testo = `Su “${quote}”.`) =>
  aContribution({ testo }, { target: { documentVersion: 1, section, quote } });

/** Sends an observation on the first version; gives its receipt code and public name. */
async function observe(server: TestServer, section: string, quote: string, testo?: string) {
  const { id, receiptCode } = await contributed(server, about(section, quote, testo));
  return { code: receiptCode, key: id, id: (await contributionOf(server, id)).public_id };
}

const listed = async (server: TestServer, query = ''): Promise<ContributionList> =>
  contributionListSchema.parse(await (await server.ask(`/consultations/${slug}/contributions${query}`)).json());

const find = ({ contributions }: ContributionList, { id }: { id: string }): Contribution =>
  contributions.find((one) => one.id === id)!;

describe('a new version of a document', () => {
  it('takes every contribution along: same, moved, changed with a word diff, gone, or unsure', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    const same = await observe(server, '1', 'dieci giorni lavorativi');
    const moved = await observe(server, '2', 'collega le stazioni ferroviarie');
    const changed = await observe(server, '2', 'I treni metropolitani');
    const unsure = await observe(server, '3', 'disponibilità di bilancio');
    const gone = await observe(server, '3', 'i proprietari privati');
    const lost = await observe(server, '3', 'che non c’è');
    const whole = await contributed(server, aContribution({ testo: 'Bene.' }, { target: { documentVersion: 1 } }));
    await consult(server, draft(2, second));
    const list = await listed(server);
    const told = (one: { id: string }) => {
      const { section, position, documentVersion } = find(list, one);
      return [documentVersion, position?.writtenOn, position?.state, position?.documentVersion, section];
    };
    assert.deepEqual(told(same), [1, '1', 'same', 2, '1']);
    assert.deepEqual(told(moved), [1, '2', 'moved', 2, '4']);
    assert.deepEqual(told(changed), [1, '2', 'changed', 2, '3']);
    assert.deepEqual(told(unsure), [1, '3', 'unsure', 2, undefined]);
    assert.deepEqual(told(gone), [1, '3', 'gone', 2, undefined]);
    assert.deepEqual(told(lost), [1, '3', 'unsure', 2, undefined]);
    const diff = find(list, changed).position!.diff!;
    assert.deepEqual(
      diff.filter(({ kind }) => kind !== 'same'),
      [
        { kind: 'removed', text: 'quindici' },
        { kind: 'added', text: 'dieci' },
      ],
    );
    assert.equal(find(list, changed).quote, 'I treni metropolitani');
    assert.equal((await contributionOf(server, whole.id)).position, null);
    assert.equal(list.total, 7);
    assert.deepEqual(list.unplaced, { gone: 1, unsure: 2 });
    const counts = new Map(list.sections.map(({ section, contributions }) => [section, contributions]));
    assert.deepEqual(
      ['1', '3', '4', undefined].map((section) => [section, counts.get(section)]),
      [
        ['1', 1],
        ['3', 1],
        ['4', 1],
        [undefined, 1],
      ],
    );
    assert.deepEqual(
      (await listed(server, '?section=3')).contributions.map(({ id }) => id),
      [changed.id],
    );
    const status = await statusOf(server, changed.code);
    assert.deepEqual([status.section, status.position?.state, status.position?.diff], ['3', 'changed', diff]);
  });

  it('never puts a look-alike anywhere by itself: a person places it, and its history stays', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    const one = await observe(server, '3', 'disponibilità di bilancio');
    const other = await observe(server, '3', 'disponibilità di bilancio', 'Quando?');
    assert.equal((await run(server, 'contribution', 'queue', slug)).said, 'Nothing waits.');
    await consult(server, draft(2, second));
    const { said } = await run(server, 'contribution', 'queue', slug);
    const waiting = said.split('\n').filter((line) => /^[0-9A-Z]{13} /.test(line));
    assert.deepEqual(waiting.map((line) => line.slice(0, 13)).sort(), [one.id, other.id].sort());
    assert.match(said, /was in 3 {2}look-alike/);
    const paragraph = /--section 2 --paragraph (\S+) {2}100 %/.exec(said)![1]!;
    await run(server, 'contribution', 'place', slug, one.id, '--section', '2', '--paragraph', paragraph, ...by);
    await run(server, 'contribution', 'place', slug, other.id, '--gone', ...by);
    const list = await listed(server);
    const { section, position } = find(list, one);
    assert.deepEqual([section, find(list, one).paragraph, position?.byHand], ['2', paragraph, true]);
    assert.deepEqual(list.unplaced, { gone: 1, unsure: 0 });
    const rows = await server.database.db
      .selectFrom('contribution_positions')
      .select(['state', 'operator'])
      .where('contribution', '=', one.key)
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      rows.map(({ state, operator }) => [state, operator]),
      [
        ['unsure', null],
        ['moved', 'm.bianchi'],
      ],
    );
    for (const wrong of [
      ['--section', '9'],
      ['--section', '4', '--paragraph', 'p-9'],
    ])
      assert.match(
        (await refusal(run(server, 'contribution', 'place', slug, one.id, ...wrong, ...by))).message,
        /has no section/,
      );
    for (const wrong of [[], ['--section', '4', '--gone'], ['--gone', '--paragraph', 'p']])
      assert.equal(
        (await refusal(() => run(server, 'contribution', 'place', slug, one.id, ...wrong, ...by))).exitCode,
        2,
      );
    assert.ok(!JSON.stringify(await statusOf(server, one.code)).includes('m.bianchi'));
  });

  it('follows from version to version, and what has changed since it was written stays told', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    const changed = await observe(server, '2', 'I treni metropolitani');
    const gone = await observe(server, '2', 'scuole della valle');
    await consult(server, draft(2, second));
    await run(server, 'contribution', 'place', slug, gone.id, '--gone', ...by);
    await consult(server, draft(3, second.replace('# 2 Novità', '# Che cosa c’è di nuovo')));
    const list = await listed(server);
    const { section, position } = find(list, changed);
    assert.deepEqual([section, position?.state, position?.documentVersion], ['3', 'changed', 3]);
    assert.ok(position!.diff!.length > 0);
    assert.deepEqual(find(list, gone).position?.state, 'gone');
    const { positions } = await contributionOf(server, changed.key);
    assert.equal(positions, 2);
  });

  it('places what was written offline on the earlier text as it arrives', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first), draft(2, second));
    const one = await observe(server, '2', 'I treni metropolitani');
    const position = (await statusOf(server, one.code)).position!;
    assert.deepEqual([position.state, position.writtenOn, position.documentVersion], ['changed', '2', 2]);
    assert.equal((await contributionOf(server, one.key)).section, '3');
    const now = await contributed(
      server,
      aContribution({}, { formVersion: 2, target: { documentVersion: 2, section: '3', quote: 'ogni dieci minuti' } }),
    );
    assert.equal((await contributionOf(server, now.id)).position, null);
  });

  it('says what became of them, and leaves them alone where the text is the same', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    await observe(server, '1', 'dieci giorni lavorativi');
    await consult(server, draft(1, first, { intro: 'Leggi e scrivi.' }));
    assert.deepEqual(await server.database.db.selectFrom('contribution_positions').selectAll().execute(), []);
    await new ConsultationRepository(server.database.db).import(draft(2, second));
    assert.match(
      (await run(server, 'consultation', 'publish', slug)).said,
      /version 3 published\ncontributions in the new version of the document: 1 same, 0 moved, 0 changed, 0 gone, 0 unsure/,
    );
    assert.match(
      (await refusal(run(server, 'consultation', 'withdraw', slug, '3'))).message,
      /publish another version/,
    );
  });

  it('is not published under the number of another text, and then nothing has moved', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    const one = await observe(server, '2', 'I treni metropolitani');
    await new ConsultationRepository(server.database.db).import(draft(1, second));
    const { message } = await refusal(run(server, 'consultation', 'publish', slug));
    assert.match(message, /it needs a higher document\.version/);
    assert.equal((await contributionOf(server, one.key)).position, null);
    assert.equal((await listed(server)).contributions[0]!.section, '2');
  });

  it('leaves nothing of what is erased', async (test) => {
    const server = await aServer(test);
    await consult(server, draft(1, first));
    const one = await observe(server, '2', 'I treni metropolitani');
    await consult(server, draft(2, second));
    await run(server, 'contribution', 'erase', slug, one.id, '--reason', 'Lo chiede', '--act', 'Prot. 1', ...by);
    assert.deepEqual(await server.database.db.selectFrom('contribution_positions').selectAll().execute(), []);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { ContributionStatus } from '@cmto/contract';
import { aConsultation, aContribution } from '@cmto/testing/builders';
import { parse } from 'csv-parse/sync';
import { consult, contributed, contributionOf, statusOf } from '../support/consultations.ts';
import { write } from '../support/requests.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const slug = 'bozza-di-piano';
const by = (who = 'm.bianchi'): string[] => ['--operator', who];

/** Sends contributions; gives the receipt codes and public names of each. */
async function some(server: TestServer, ...texts: string[]) {
  const all = [];
  for (const testo of texts) {
    const { id, receiptCode } = await contributed(server, aContribution({ testo }));
    all.push({ code: receiptCode, id: (await contributionOf(server, id)).public_id });
  }
  return all;
}

const facts = ({ state, timeline }: ContributionStatus) => [state, ...timeline.map(({ event }) => event)];

function folderOf(test: { after(clean: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-contributions-'));
  test.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('pnpm cmto contribution', () => {
  it('lists, shows, publishes, refuses for a published reason, and tells the author why', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one, other] = (await some(server, 'Più treni.', 'Scrivete a ada@example.it.')) as [
      { code: string; id: string },
      { code: string; id: string },
    ];
    assert.match(
      (await run(server, 'contribution', 'list', slug)).said,
      new RegExp(`${other.id}  received  2026-11-20  2.1  \\(personal-data\\)`),
    );
    await run(server, 'contribution', 'publish', slug, one.id.toLowerCase(), ...by());
    assert.deepEqual(facts(await statusOf(server, one.code)), ['published', 'published']);
    const refuse = ['contribution', 'refuse', slug, other.id];
    assert.match(
      (await refusal(run(server, ...refuse, '--reason', 'antipatia', ...by()))).message,
      /published reasons: fuori-tema, offese\nNothing was changed/,
    );
    await run(server, ...refuse, '--reason', 'fuori-tema', '--text', 'Riguarda altro.', ...by());
    const status = await statusOf(server, other.code);
    assert.deepEqual(facts(status), ['refused', 'refused']);
    assert.deepEqual(status.refusal, {
      reason: 'fuori-tema',
      label: 'Non riguarda il documento',
      note: 'Riguarda altro.',
    });
    assert.equal(status.mayAppeal, true);
    assert.ok(!JSON.stringify(status).includes('m.bianchi'));
    const shown = (await run(server, 'contribution', 'show', slug, other.id)).said;
    for (const part of ['refused', 'fuori-tema', 'm.bianchi', 'Riguarda altro.', 'ada@example.it'])
      assert.ok(shown.includes(part), part);
    assert.match((await run(server, 'contribution', 'list', slug, '--state', 'received')).said, /no contributions/);
  });

  it('lets an author appeal once, and somebody else than who refused answer it', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one, other] = (await some(server, 'Più treni.', 'Più autobus.')) as [
      { code: string; id: string },
      { code: string; id: string },
    ];
    const appeal = { kind: 'appeal', text: 'Riguarda la sezione 2.' };
    assert.equal((await write(server, one.code, appeal)).status, 409);
    await run(server, 'contribution', 'refuse', slug, `${one.id},${other.id}`, '--reason', 'offese', ...by());
    assert.equal((await write(server, one.code, { kind: 'appeal' })).status, 422);
    const key = crypto.randomUUID();
    assert.equal((await write(server, one.code, appeal, key)).status, 201);
    assert.equal((await write(server, one.code, appeal, key)).status, 200);
    assert.equal((await write(server, one.code, appeal)).status, 409);
    assert.equal((await write(server, other.code, appeal)).status, 201);
    assert.match((await run(server, 'contribution', 'list', slug)).said, /APPEAL/);
    const same = await refusal(run(server, 'contribution', 'restore', slug, one.id, ...by()));
    assert.match(same.message, /somebody else/);
    await run(server, 'contribution', 'restore', slug, one.id, ...by('l.verdi'));
    await run(server, 'contribution', 'refuse', slug, other.id, '--reason', 'offese', ...by('l.verdi'));
    assert.deepEqual(facts(await statusOf(server, one.code)), ['published', 'refused', 'appealed', 'restored']);
    assert.deepEqual(facts(await statusOf(server, other.code)), ['refused', 'refused', 'appealed', 'confirmed']);
    assert.equal((await statusOf(server, other.code)).mayAppeal, false);
  });

  it('answers many alike with one answer, and keeps an earlier one in the history', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const all = await some(server, 'Più treni.', 'Molti più treni.');
    const ids = all.map(({ id }) => id).join(',');
    const words = ['contribution', 'answer', slug, ids, '--outcome'];
    await run(server, ...words, 'not-accepted', '--text', 'Non ancora.', ...by());
    await run(
      server,
      ...words,
      'partly',
      '--text',
      'Accolta per le valli.',
      '--link',
      'https://www.example.it/piano#2',
      ...by(),
    );
    for (const { code } of all) {
      const { answer, timeline } = await statusOf(server, code);
      assert.deepEqual(answer, {
        outcome: 'partly',
        text: 'Accolta per le valli.',
        url: 'https://www.example.it/piano#2',
        at: '2026-11-20T11:00:00Z',
      });
      assert.deepEqual(
        timeline.map(({ note }) => note),
        ['Non ancora.', 'Accolta per le valli.'],
      );
    }
    const rows = await server.database.db.selectFrom('contribution_answers').select('id').execute();
    assert.equal(rows.length, 2);
    for (const wrong of [
      ['forse', '--text', 'x'],
      ['partly'],
      ['partly', '--text', 'x', '--link', 'javascript:alert(1)'],
    ])
      assert.equal((await refusal(run(server, ...words, ...wrong, ...by()))).exitCode, 2, wrong.join(' '));
  });

  it('does all that is asked at once, or none of it', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one] = (await some(server, 'Più treni.')) as [{ code: string; id: string }];
    const both = await refusal(run(server, 'contribution', 'publish', slug, `${one.id},0000000000000`, ...by()));
    assert.match(both.message, /0000000000000: bozza-di-piano has no contribution/);
    assert.deepEqual(facts(await statusOf(server, one.code)), ['received']);
    for (const words of [
      ['publish', slug, 'uno', ...by()],
      ['publish', slug, `${one.id},${one.id}`, ...by()],
      ['publish', slug, one.id],
      ['refuse', slug, one.id, ...by()],
      ['list', slug, '--state', 'forse'],
    ])
      assert.equal((await refusal(() => run(server, 'contribution', ...words))).exitCode, 2, words.join(' '));
    await refusal(run(server, 'contribution', 'restore', slug, one.id, ...by()));
    await refusal(run(server, 'contribution', 'list', 'nessuna'));
  });

  it('takes a withdrawal from the author, after which nothing is decided', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one] = (await some(server, 'Più treni.')) as [{ code: string; id: string }];
    assert.equal((await write(server, one.code, { kind: 'erasure' })).status, 201);
    assert.equal((await write(server, one.code, { kind: 'withdrawal' })).status, 201);
    assert.equal((await write(server, one.code, { kind: 'withdrawal' })).status, 409);
    assert.equal((await write(server, one.code, { kind: 'addition', text: 'x' })).status, 409);
    assert.deepEqual(facts(await statusOf(server, one.code)), ['withdrawn', 'withdrawn']);
    await refusal(run(server, 'contribution', 'publish', slug, one.id, ...by()));
  });

  it('erases a registered one with what the register tells of the person, and only so', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation({ register: true }));
    const [one] = (await some(server, 'Più treni.')) as [{ code: string; id: string }];
    assert.match((await refusal(run(server, 'response', 'erase', one.code))).message, /contribution erase/);
    const act = ['--reason', 'Lo chiede', '--act', 'Prot. 1', ...by()];
    assert.match((await run(server, 'contribution', 'erase', slug, one.id, ...act)).said, /was erased, with 0 files/);
    assert.equal((await server.ask(`/receipts/${one.code}`)).status, 404);
    assert.deepEqual(await server.database.db.selectFrom('register_particulars').selectAll().execute(), []);
  });
});

describe('the spreadsheet of contributions', () => {
  it('goes out, and comes back with decisions and answers, as commas or semicolons', async (test) => {
    for (const delimiter of [',', ';']) {
      const server = await aServer(test);
      await consult(server, aConsultation());
      const all = await some(server, '=1+1', 'Più treni,\n"ogni" quarto d’ora; anche di notte.', 'Offese.', 'Altro.');
      const path = join(folderOf(test), 'a.csv');
      await run(server, 'contribution', 'export', slug, '--csv', '--out', path);
      const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
      assert.equal(rows.length, 4);
      assert.ok(rows.some(({ text }) => text === "'=1+1"));
      const row = (at: number) => rows.find(({ id }) => id === all[at]!.id)!;
      for (const at of [0, 1])
        Object.assign(row(at), {
          decision: 'publish',
          outcome: 'accepted',
          answer: 'Sì; "subito".',
          link: 'https://www.example.it/2',
        });
      Object.assign(row(2), { decision: 'refuse', reason: 'offese', note: 'Senza insulti.' });
      const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
      const text = [Object.keys(rows[0]!), ...rows.map((one) => Object.values(one))]
        .map((cells) => cells.map(quoted).join(delimiter))
        .join('\r\n');
      writeFileSync(path, text);
      assert.match(
        (await run(server, 'contribution', 'import', slug, path, ...by())).said,
        /3 decisions, 2 contributions answered with 1 answers/,
      );
      const states = await Promise.all(all.map(async ({ code }) => facts(await statusOf(server, code))));
      assert.deepEqual(states, [
        ['published', 'published', 'answered'],
        ['published', 'published', 'answered'],
        ['refused', 'refused'],
        ['received'],
      ]);
      assert.equal((await statusOf(server, all[1]!.code)).answer?.text, 'Sì; "subito".');
      // As it goes out now it changes nothing.
      await run(server, 'contribution', 'export', slug, '--csv', '--out', path);
      assert.match(
        (await run(server, 'contribution', 'import', slug, path, ...by())).said,
        /0 decisions, 0 contributions answered/,
      );
    }
  });

  it('says by line what is wrong with it, and changes nothing', async (test) => {
    const server = await aServer(test);
    await consult(server, aConsultation());
    const [one, other] = (await some(server, 'Più treni.', 'Più autobus.')) as [
      { code: string; id: string },
      { code: string; id: string },
    ];
    const path = join(folderOf(test), 'a.csv');
    const reject = async (content: string | Buffer, reason: RegExp): Promise<void> => {
      writeFileSync(path, content);
      assert.match((await refusal(run(server, 'contribution', 'import', slug, path, ...by()))).message, reason);
    };
    const header = 'id,decision,reason,note,outcome,answer,link';
    await reject(`${header}\n${one.id},pubblica,,,,,`, /line 2: decision: publish, refuse, restore/);
    await reject(`${header}\n${one.id},publish,,,,,\n0,publish,,,,,`, /line 3: there is no contribution “0”/);
    await reject(`${header}\n${one.id},publish,,,,,\n${one.id},publish,,,,,`, /line 3: .* is there twice/);
    await reject(`${header}\n${one.id},,offese,,,,`, /a reason or a note belongs to a decision/);
    await reject(`${header}\n${one.id},,,,forse,Sì,`, /outcome: one of accepted/);
    await reject(`${header}\n${one.id},,,,accepted,,`, /an answer has reasons/);
    await reject(`${header}\n${one.id},,,,accepted,Sì,javascript:alert(1)`, /begins with http/);
    await reject(`${header}\n${other.id},publish,,,,,\n${one.id},restore,,,,,`, /received does not allow “restore”/);
    await reject(`${header}\n${other.id},publish,,,,,\n${one.id},refuse,mah,,,,`, /published reasons/);
    await reject('nome,cognome\na,b', /no column “id”/);
    await reject(`${header}\n"${one.id}`, /cannot be read as CSV/);
    await reject(Buffer.from([0x69, 0x64, 0x0a, 0xe0, 0x0a]), /not in UTF-8/);
    for (const { code } of [one, other]) assert.deepEqual(facts(await statusOf(server, code)), ['received']);
  });
});

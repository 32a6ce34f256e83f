import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import type { Answers, Survey } from '@cmto/contract';
import { anAnswer, aField, aKey, aSubmission, aSurvey, oneFieldOfEachType } from '@cmto/testing/builders';
import { parse } from 'csv-parse/sync';
import { exportCodebook, exportCsv, exportJson, type ExportSource } from '../../src/exports/survey-export.ts';
import { readMunicipalities } from '../../src/municipalities/municipality-list.ts';
import { readPublishedSurvey } from '../../src/surveys/published-survey.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

type Write = (source: ExportSource, out: PassThrough) => Promise<void>;

async function exported(server: TestServer, write: Write): Promise<string> {
  const survey = await readPublishedSurvey(server.database.db, 'prova');
  const out = new PassThrough();
  const all = buffer(out);
  await write({ db: server.database.db, survey: survey!, municipalities: readMunicipalities().municipalities }, out);
  out.end();
  // As bytes: a decoder would take the byte order mark away.
  return (await all).toString();
}

const rows = async (server: TestServer, write: Write = exportCsv): Promise<Record<string, string>[]> =>
  parse(await exported(server, write), { bom: true, columns: true, relax_column_count: false });

async function serverWith(
  test: Parameters<typeof aServer>[0],
  survey: Survey,
  ...answers: Answers[]
): Promise<TestServer> {
  const server = await aServer(test);
  await server.publish(survey);
  for (const one of answers) assert.equal((await server.post(aSubmission(one))).status, 201);
  return server;
}

describe('exports', () => {
  it('give every type of question its columns', async (test) => {
    const all = Object.fromEntries(
      oneFieldOfEachType().flatMap((field) => {
        const answer = field.type === 'file' ? undefined : anAnswer(field);
        return answer === undefined ? [] : [[field.id, answer]];
      }),
    );
    const server = await serverWith(test, aSurvey({ fields: oneFieldOfEachType() }), all);
    const [row] = await rows(server);
    const expected: Record<string, string> = {
      text: 'Una risposta',
      number: '0',
      'yes-no': '0',
      consent: '1',
      choice: 'a',
      'choices.a': '1',
      'choices.b': '0',
      'ranking.c': '3',
      'allocation.a': '100',
      'allocation.b': '0',
      scale: '5',
      'matrix.b': 'a',
      municipality: '001272',
      'municipality:name': 'Torino',
      'municipality:zone': '1',
      'place:lat': '45.0703',
      'place:address': 'Piazza Castello, Torino',
      file: '',
      'group[1].nome': 'Una risposta',
      formVersion: '1',
      receivedAt: '2026-11-19T23:00:00Z',
      submissionFlags: '',
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(row![name], value, name);
    assert.ok(!Object.keys(row!).some((name) => name.startsWith('note')));
  });

  it('begin with a byte order mark, end lines with CRLF and keep what is in the cells', async (test) => {
    const odd = 'riga uno\nriga "due", tre; è';
    const server = await serverWith(test, aSurvey(), { text: odd });
    const csv = await exported(server, exportCsv);
    assert.ok(csv.startsWith('\uFEFFsubmissionId,'));
    assert.ok(csv.endsWith('\r\n'));
    const lines = await serverWith(test, aSurvey(), { text: 'riga uno\nriga due' });
    assert.match(await exported(lines, exportCsv), /"riga uno\nriga due"/, 'a line end inside a cell is quoted');
    assert.equal((await rows(server))[0]!['text'], odd);
  });

  it('neutralise what a spreadsheet would run, and leave numbers alone', async (test) => {
    const dangerous = ['=1+1', '+39 011', '-2', '@SUM(A1)', '=cmd|"/c calc"!A1', '＝1+1'];
    const fields = [aField('text'), aField('number'), aField('choice', { other: true })];
    const answers = dangerous.map((text) => ({ text, number: -5, choice: { other: text } }));
    const server = await serverWith(test, aSurvey({ fields }), ...answers);
    for (const row of await rows(server)) {
      assert.match(row['text']!, /^'/);
      assert.match(row['choice:other']!, /^'/);
      assert.equal(row['number'], '-5');
    }
    assert.deepEqual((await rows(server)).map((row) => row['text']!.slice(1)).sort(), [...dangerous].sort());
  });

  it('keep a column for every question and option of every version', async (test) => {
    const option = (value: string) => ({ value, label: value });
    const first = aSurvey({ fields: [aField('choices', { options: [option('x'), option('y')] }), aField('text')] });
    const server = await serverWith(test, first, { choices: ['x'], text: 'vecchia' });
    const before = Object.keys((await rows(server))[0]!);
    await server.publish(
      aSurvey({ version: 2, fields: [aField('number'), aField('choices', { options: [option('y'), option('z')] })] }),
    );
    await server.post(aSubmission({ choices: ['z'], number: 7 }, { formVersion: 2 }));
    const table = await rows(server);
    for (const name of before) assert.ok(Object.hasOwn(table[0]!, name), name);
    const older = table.find(({ formVersion }) => formVersion === '1')!;
    const newer = table.find(({ formVersion }) => formVersion === '2')!;
    assert.deepEqual(
      [older['choices.x'], older['choices.z'], older['text'], older['number']],
      ['1', '0', 'vecchia', ''],
    );
    assert.deepEqual([newer['choices.z'], newer['text'], newer['number']], ['1', '', '7']);
    const codebook = await rows(server, exportCodebook);
    const versions = Object.fromEntries(codebook.map((line) => [line['column'], line['versions']]));
    assert.deepEqual([versions['text'], versions['number'], versions['choices.y']], ['1', '2', '1 2']);
  });

  it('give a group as many columns as the longest answer needs', async (test) => {
    const fields = [aField('group', { fields: [aField('text'), aField('choices')] })];
    const server = await serverWith(
      test,
      aSurvey({ fields }),
      { group: [{ text: 'uno' }] },
      {
        group: [{ text: 'uno' }, { choices: ['b'] }, { text: 'tre' }],
      },
    );
    const table = await rows(server);
    const longest = table.find((row) => row['group[3].text'] === 'tre')!;
    assert.deepEqual(
      [longest['group[2].choices.b'], longest['group[2].text'], longest['group[1].choices.a']],
      ['1', '', ''],
    );
    assert.ok(!Object.hasOwn(longest, 'group[4].text'));
  });

  it('describe every column in the codebook', async (test) => {
    const server = await serverWith(test, aSurvey({ fields: oneFieldOfEachType() }), { consent: true });
    const columns = (parse(await exported(server, exportCsv), { bom: true }) as string[][])[0]!;
    const codebook = await rows(server, exportCodebook);
    assert.deepEqual(
      codebook.map((line) => line['column']),
      columns,
    );
    const option = codebook.find((line) => line['column'] === 'choices.b')!;
    assert.deepEqual(
      [option['question'], option['type'], option['option'], option['label']],
      ['Domanda choices', 'choices', 'b', 'Opzione b'],
    );
  });

  it('come in key order, as JSON too', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey());
    const keys = Array.from({ length: 30 }, aKey);
    for (const key of keys) await server.post(aSubmission({ text: key }), { key });
    const json = JSON.parse(await exported(server, exportJson)) as { id: string; answers: Answers }[];
    assert.deepEqual(
      json.map(({ id }) => id),
      [...keys].sort(),
    );
    assert.deepEqual(Object.keys(json[0]!), ['id', 'formVersion', 'receivedAt', 'answers']);
    assert.ok(json.every(({ id, answers }) => answers['text'] === id));
    assert.deepEqual(
      (await rows(server)).map((row) => row['submissionId']),
      [...keys].sort(),
    );
  });

  it('are whole where there is no answer yet', async (test) => {
    const server = await serverWith(test, aSurvey());
    assert.deepEqual(JSON.parse(await exported(server, exportJson)), []);
    assert.equal((await rows(server)).length, 0);
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aConsultation, aContribution } from '@cmto/testing/builders';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { consult, contributed, contributionOf } from '../support/consultations.ts';
import { readPdf } from '../support/read-pdf.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const slug = 'bozza-di-piano';
const hostile = '<script>alert(1)</script> & ]]> "x"';
const formula = '=HYPERLINK("http://evil.example";"x")';

/** Four registered observations, one withdrawn by nobody and one answered; and a folder to write into. */
async function answered(test: { after(clean: () => void): void }): Promise<{ server: TestServer; folder: string }> {
  const server = await aServer(test);
  await consult(server, aConsultation({ register: true }));
  const one = await contributed(server, aContribution({ testo: hostile, nome: 'Ada Rossi' }));
  await contributed(server, aContribution({ testo: formula, chi: 'association', ente: 'Amici della bici' }));
  await contributed(
    server,
    aContribution({ testo: 'Prima riga.\nSeconda  riga.', tipo: 'proposal', proposta: 'Piste continue e sicure.' }),
  );
  const { public_id: id } = await contributionOf(server, one.id);
  const link = ['--link', 'https://www.example.it/piano#2.1'];
  const words = ['--outcome', 'partly', '--text', '=1+1 per le valli.', '--operator', 'm.bianchi'];
  await run(server, 'contribution', 'answer', slug, id, ...words, ...link);
  const folder = mkdtempSync(join(tmpdir(), 'cmto-table-'));
  test.after(() => rmSync(folder, { recursive: true }));
  return { server, folder };
}

const table = async (server: TestServer, format: string, out: string): Promise<Buffer> => {
  await run(server, 'contribution', 'register-table', slug, `--${format}`, '--out', out);
  return readFileSync(out);
};

describe('pnpm cmto contribution register-table', () => {
  it('writes CSV in the order of the register: who as a kind or a body, text, outcome, reasons, new text', async (test) => {
    const { server, folder } = await answered(test);
    const bytes = await table(server, 'csv', join(folder, 'a.csv'));
    const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
    assert.deepEqual(
      rows.map((row) => [row['Numero'], row['Registrazione'], row['Proponente'], row['Sezione'], row['Esito']]),
      [
        ['1', 'CMTO-RI-2026/0000001', 'Una persona', '2.1 Biciclette', 'Accolta in parte'],
        ['2', 'CMTO-RI-2026/0000002', 'Associazione: Amici della bici', '2.1 Biciclette', 'Senza risposta'],
        ['3', 'CMTO-RI-2026/0000003', 'Una persona', '2.1 Biciclette', 'Senza risposta'],
      ],
    );
    assert.equal(rows[0]!['Motivazione'], "'=1+1 per le valli.");
    assert.equal(rows[0]!['Nuovo testo'], 'https://www.example.it/piano#2.1');
    assert.match(rows[2]!['Testo']!, /Testo proposto: Piste continue e sicure\./);
    assert.ok(!bytes.toString().includes('Ada Rossi'));
  });

  it('writes ODS that is whole, well-formed, and text in every cell, whatever was written', async (test) => {
    const { server, folder } = await answered(test);
    const path = join(folder, 'a.ods');
    const bytes = await table(server, 'ods', path);
    assert.equal(bytes.subarray(30, 38).toString(), 'mimetype');
    assert.equal(bytes.readUInt16LE(8), 0);
    const unzip = spawnSync('unzip', ['-t', path], { encoding: 'utf8' });
    if (!unzip.error) assert.equal(unzip.status, 0, unzip.stdout);
    const files = unzipSync(bytes);
    assert.equal(strFromU8(files['mimetype']!), 'application/vnd.oasis.opendocument.spreadsheet');
    for (const name of ['content.xml', 'META-INF/manifest.xml'])
      new DOMParser({ onError: (_, message) => assert.fail(`${name}: ${message}`) }).parseFromString(
        strFromU8(files[name]!),
        'text/xml',
      );
    const content = new DOMParser().parseFromString(strFromU8(files['content.xml']!), 'text/xml');
    const rows = [...content.getElementsByTagName('table:table-row')];
    assert.equal(rows.length, 4);
    const cellsOf = (row: (typeof rows)[number]) => [...row.getElementsByTagName('table:table-cell')];
    for (const cell of rows.flatMap(cellsOf)) {
      assert.equal(cell.getAttribute('table:formula'), null);
      assert.ok(['string', null].includes(cell.getAttribute('office:value-type')));
    }
    const texts = cellsOf(rows[1]!).map(({ textContent }) => textContent);
    assert.ok(texts[7]!.includes(hostile));
    assert.equal(texts[9], '=1+1 per le valli.');
    const lines = [...cellsOf(rows[3]!)[7]!.getElementsByTagName('text:p')].map(({ textContent }) => textContent);
    assert.deepEqual(lines.slice(1, 3), ['Prima riga.', 'Secondariga.']);
    assert.equal(cellsOf(rows[3]!)[7]!.getElementsByTagName('text:s')[0]!.getAttribute('text:c'), '2');
    assert.ok(!strFromU8(files['content.xml']!).includes('Ada Rossi'));
  });

  it('writes a tagged PDF with a heading for each contribution', async (test) => {
    const { server, folder } = await answered(test);
    const { isTagged, language, roles, text, title } = await readPdf(await table(server, 'pdf', join(folder, 'a.pdf')));
    assert.deepEqual([isTagged, language], [true, 'it-IT']);
    assert.equal(title, 'Osservazioni e controdeduzioni · Bozza di piano');
    assert.equal(roles.filter((role) => role === 'H2').length, 3);
    for (const part of [hostile, formula, '=1+1 per le valli.', 'CMTO-RI-2026/0000003', 'Accolta in parte'])
      assert.ok(text.replace(/\s+/g, ' ').includes(part), part);
    assert.ok(!text.includes('Ada Rossi'));
  });

  it('wants one format and a file', async (test) => {
    const { server } = await answered(test);
    for (const words of [['--csv'], ['--csv', '--ods', '--out', 'a'], ['--out', 'a']])
      assert.equal((await refusal(() => run(server, 'contribution', 'register-table', slug, ...words))).exitCode, 2);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { aRequest, aService } from '@cmto/testing/builders';
import { readDocument } from '../../src/documents/document-store.ts';
import { aTestFile, putPart } from '../support/files.ts';
import { readPdf } from '../support/read-pdf.ts';
import { offer, sent, write } from '../support/requests.ts';
import { run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const by = ['--operator', 'm.bianchi'];

/** A request with a file, and one addition: numbers 1 and 2. */
async function anOffice(test: TestContext) {
  const server = await aServer(test);
  await offer(server, aService());
  const file = aTestFile(2000);
  await putPart(server, file);
  const { sha256, bytes, key } = file;
  const name = 'relazione tecnica.bin';
  const attachments = [{ field: 'allegati', sha256, name, type: 'application/octet-stream', size: bytes.length }];
  const receipt = await sent(server, aRequest({ allegati: [sha256] }, { attachments }), key);
  await write(server, receipt.receiptCode, { kind: 'addition', text: 'Ecco la planimetria che mancava.' });
  return { server, receipt, file, name };
}

async function pdfOf(test: TestContext, server: TestServer, number: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-document-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const { said } = await run(server, 'protocol', 'document', `2026/${number}`, folder);
  const bytes = readFileSync(join(folder, `documento-2026-${number}.pdf`));
  return { said, bytes, ...(await readPdf(bytes)) };
}

describe('protocol document, its PDF', () => {
  it('holds what was registered, its hash, its files, and not the code that opens the receipt', async (test) => {
    const { server, receipt, file, name } = await anOffice(test);
    const { text, said, title, language, isTagged, roles } = await pdfOf(test, server, '0000001');
    const { sha256 } = (await readDocument(server.database.db, receipt.id))!;
    for (const part of [
      'Richiesta registrata',
      'Mittente\nAda Rossi',
      'CMTO-RI-2026/0000001',
      name,
      file.sha256,
      sha256,
    ])
      assert.ok(text.includes(part), `${part}\n\n${text}`);
    assert.deepEqual([title, language, isTagged], ['Richiesta registrata CMTO-RI-2026/0000001', 'it-IT', true]);
    assert.deepEqual(roles.filter((role) => /^H\d/.test(role)).slice(0, 3), ['H1', 'H2', 'H2']);
    assert.match(said, /documento-2026-0000001\.pdf/);
    assert.ok(!text.replace(/\s/g, '').includes(receipt.receiptCode));
    assert.doesNotMatch(text, /planimetria/, 'what was added later has its own');
  });

  it('of an addition holds its text, and names the request', async (test) => {
    const { server } = await anOffice(test);
    const { text } = await pdfOf(test, server, '0000002');
    for (const part of [
      'Comunicazione registrata',
      'Ecco la planimetria che mancava.',
      'Collegata a\nCMTO-RI-2026/0000001',
    ])
      assert.ok(text.includes(part), `${part}\n\n${text}`);
  });

  it('has the official number on every page once there is one, and is the same bytes each time', async (test) => {
    const { server } = await anOffice(test);
    assert.doesNotMatch((await pdfOf(test, server, '0000001')).text, /Protocollo PG/);
    await run(server, 'protocol', 'number', '2026/0000001', 'PG', '4567', '2026-11-20', ...by);
    const [one, other] = [await pdfOf(test, server, '0000001'), await pdfOf(test, server, '0000001')];
    assert.equal(one.text.match(/^Protocollo PG 0004567, 20 novembre 2026$/gm)?.length, one.pages);
    assert.ok(one.bytes.equals(other.bytes));
  });

  it('says on every page that the registration was annulled, and by which act', async (test) => {
    const { server } = await anOffice(test);
    await run(server, 'register', 'annul', '2026/0000002', '--reason', 'Doppia', '--act', 'det. 3/2026', ...by);
    const { text, pages } = await pdfOf(test, server, '0000002');
    assert.equal(text.match(/Registrazione annullata/g)?.length, pages + 1);
    assert.match(text, /Annullata con\ndet\. 3\/2026, 20 novembre 2026 alle ore [\d:]+ CET\nDoppia/);
    assert.doesNotMatch((await pdfOf(test, server, '0000001')).text, /annullata/i);
  });
});

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pecAdapter } from '../../src/protocol/adapters/pec.ts';
import { ProtocolRoom } from '../support/protocol.ts';
import { refusal, run } from '../support/run-command.ts';
import { SmtpOffice } from '../support/smtp-office.ts';
import type { TestServer } from '../support/test-server.ts';

const identifier = 'opec210.20261120120005.01234.567.1.1@pec.example.it';

const certificate = (kind: string, messageId: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<postacert tipo="${kind}" errore="nessuno">
  <intestazione>
    <mittente>kit@cert.example.it</mittente>
    <destinatari tipo="certificato">protocollo@cert.example.it</destinatari>
    <risposte>kit@cert.example.it</risposte>
    <oggetto>Da protocollare: CMTO-RI-2026/0000123</oggetto>
  </intestazione>
  <dati>
    <gestore-emittente>Gestore di esempio</gestore-emittente>
    <data zona="+0100"><giorno>20/11/2026</giorno><ora>12:00:05</ora></data>
    <identificativo>${identifier}</identificativo>
    <msgid>${messageId.replace('<', '&lt;').replace('>', '&gt;')}</msgid>
  </dati>
</postacert>`;

/** A receipt as a mailbox stores it: words, the certificate, our own message. */
const aReceipt = (xml: string): string =>
  [
    'From: posta-certificata@pec.example.it',
    'Subject: CONSEGNA: Da protocollare: CMTO-RI-2026/0000123',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain',
    '',
    'Ricevuta',
    '--a',
    'Content-Type: application/xml; name="daticert.xml"',
    'Content-Disposition: attachment; filename="daticert.xml"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(xml).toString('base64'),
    '--a--',
    '',
  ].join('\r\n');

/** A document that went to the protocol office's mailbox by a real mail server. */
async function aSent(test: TestContext) {
  const room = await ProtocolRoom.open(test);
  const office = await SmtpOffice.open(test);
  await room.use({ adapter: 'pec', target: 'protocollo@cert.example.it' });
  const { key } = await room.enqueue();
  const pec = pecAdapter({ url: office.url, from: 'kit@cert.example.it' });
  await room.worker({ pec }).work();
  pec.close();
  const { messageId } = office.arrived[0]!.email;
  const server = { ...room.place, database: room.database, now: room.now } as TestServer;
  const folder = mkdtempSync(join(tmpdir(), 'cmto-receipt-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const bring = (text: string) => {
    writeFileSync(join(folder, 'ricevuta.eml'), text);
    return run(server, 'protocol', 'reply', join(folder, 'ricevuta.eml'), '--operator', 'm.bianchi');
  };
  return { room, server, key, messageId: messageId!, bring };
}

describe('protocol reply', () => {
  it('enters what the provider certifies of a message, found by its Message-ID, once', async (test) => {
    const { room, server, key, messageId, bring } = await aSent(test);
    const accepted = await bring(aReceipt(certificate('accettazione', messageId)));
    assert.equal(accepted.said, `2026/0000123 (${key}): accettazione, 2026-11-20T11:00:05Z`);
    await bring(aReceipt(certificate('avvenuta-consegna', messageId)));
    assert.match((await bring(aReceipt(certificate('avvenuta-consegna', messageId)))).said, /, as before$/);
    const rows = await room.database.db.selectFrom('protocol_receipts').selectAll().orderBy('kind').execute();
    assert.deepEqual(
      rows.map((row) => [row.key, row.kind, row.identifier, row.operator]),
      [
        [key, 'accettazione', identifier, 'm.bianchi'],
        [key, 'avvenuta-consegna', identifier, 'm.bianchi'],
      ],
    );
    assert.equal((await room.row(key)).state, 'office', 'the number is still to be typed');
    assert.match((await run(server, 'protocol', 'list')).said, /office, avvenuta-consegna$/);
  });

  for (const kind of ['non-accettazione', 'errore-consegna']) {
    it(`has a person look at a message that was not delivered: ${kind}`, async (test) => {
      const { room, server, key, messageId, bring } = await aSent(test);
      assert.match((await bring(aReceipt(certificate(kind, messageId)))).warned, /did not arrive/);
      const row = await room.row(key);
      assert.deepEqual([row.state, row.problem], ['failed', `pec-${kind}`]);
      assert.match((await run(server, 'protocol', 'retry', key)).said, /1 will be tried again/);
    });
  }

  it('takes nothing for a receipt that is none, is broken, defines entities, or is of another’s message', async (test) => {
    const { room, messageId, bring } = await aSent(test);
    const good = certificate('accettazione', messageId);
    for (const text of [
      'From: qualcuno@example.it\r\n\r\nSalve',
      aReceipt('<postacert tipo="accettazione">'),
      aReceipt(good.replace('accettazione', 'qualcosa')),
      aReceipt(good.replace('20/11/2026', 'ieri')),
      aReceipt(good.replace('<postacert', '<!DOCTYPE postacert [<!ENTITY a SYSTEM "file:///etc/passwd">]><postacert')),
      aReceipt(certificate('accettazione', `<${'0'.repeat(40)}@cert.example.it>`)),
      aReceipt(certificate('accettazione', '<altro@cert.example.it>')),
    ])
      assert.match((await refusal(bring(text))).message, /(?:no receipt|no message of ours).*Nothing was changed/);
    assert.deepEqual(await room.database.db.selectFrom('protocol_receipts').selectAll().execute(), []);
  });
});

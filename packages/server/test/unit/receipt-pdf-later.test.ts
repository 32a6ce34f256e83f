import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReceiptRegistration, RequestMessage, TimelineEntry } from '@cmto/contract';
import { receiptPdf } from '../../src/documents/pdf/receipt-pdf.ts';
import type { ReceiptFacts } from '../../src/documents/receipt-facts.ts';
import { readPdf } from '../support/read-pdf.ts';
import { aDocument, aReceipt } from '../support/receipts.ts';

const registration = (number: string, status: ReceiptRegistration['status'] = 'provisional'): ReceiptRegistration => ({
  code: 'CMTO-RI',
  year: 2026,
  number,
  status,
});

const registered: TimelineEntry = {
  at: '2026-11-20T11:00:01Z',
  event: 'registered',
  register: registration('0000123'),
};

const official = { register: 'PG', number: '0004567', date: '2026-11-23' };

const addition = (status: ReceiptRegistration['status']): RequestMessage => ({
  id: '5e1a6a52-6a0e-4c4d-8a3e-0d7a3f0c9b11',
  at: '2026-11-25T09:00:00Z',
  from: 'applicant',
  kind: 'addition',
  text: 'Ecco la planimetria.',
  attachments: [{ sha256: 'd'.repeat(64), name: 'planimetria.pdf', type: 'application/pdf', size: 1234 }],
  register: registration('0000150', status),
});

const read = async (facts: Partial<ReceiptFacts>, document = aDocument()) =>
  readPdf(await receiptPdf(aReceipt(document, facts)));

describe('the receipt in PDF, later', () => {
  it('tells what has happened since as later, each with its day, and until when it knows', async () => {
    const { text, roles } = await read({
      timeline: [
        { at: '2026-11-20T11:00:00Z', event: 'received' },
        registered,
        { at: '2026-11-21T08:00:00Z', event: 'taken' },
        { at: '2026-11-25T09:00:00Z', event: 'added', register: registration('0000150') },
        { at: '2026-11-28T09:00:00Z', event: 'escalated', note: 'department' },
        { at: '2026-11-30T10:00:00Z', event: 'closed', note: 'Manca il titolo.', register: registration('0000171') },
      ],
      messages: [addition('provisional')],
      outcome: { kind: 'refused', reasons: 'Manca il titolo.' },
    });
    const later = text.slice(text.indexOf('Dopo la registrazione')).replaceAll('\n', ' ');
    for (const part of [
      'fino al 1 dicembre 2026 alle ore 10:00:00 CET, e non fa parte di ciò che è stato registrato allora.',
      'Presa in carico, 21 novembre 2026 alle ore 09:00:00 CET',
      'Ricevuta un’integrazione, 25 novembre 2026 alle ore 10:00:00 CET CMTO-RI-2026/0000150 Ecco la planimetria.',
      'planimetria.pdf',
      'd'.repeat(64),
      'ancora senza esito, 28 novembre 2026 alle ore 10:00:00 CET Segnalato alla direzione responsabile',
      'Conclusa: respinta, 30 novembre 2026 alle ore 11:00:00 CET CMTO-RI-2026/0000171 Manca il titolo.',
    ])
      assert.ok(later.includes(part), `${part}\n\n${later}`);
    assert.equal(later.match(/Ricevuta|Registrata,/g)?.length, 1, 'the receipt’s own beginning is not later');
    assert.equal(roles.filter((role) => role === 'H3').length, 5);
  });

  it('says that nothing has happened where nothing has', async () => {
    assert.match((await read({})).text, /Fino al 1 dicembre 2026 alle ore 10:00:00 CET non è successo altro\./);
  });

  it('has the official number on every page in the place of “provvisorio” once there is one', async () => {
    const document = aDocument('Una riga di testo. '.repeat(800));
    const facts = {
      official,
      timeline: [registered, { at: '2026-11-23T09:00:00Z', event: 'official-number', official }],
    };
    const { text, pages } = await read(facts as Partial<ReceiptFacts>, document);
    assert.ok(pages >= 3, `${pages}`);
    for (let page = 1; page <= pages; page += 1) {
      const foot = `Protocollo PG 0004567, 23 novembre 2026\nRegistro interno ricevute CMTO-RI-2026/0000123 · 20 novembre 2026 alle ore 12:00:01 CET · Pagina ${page} di ${pages}`;
      assert.ok(text.includes(foot), `${foot}\n\n${text.slice(-600)}`);
    }
    assert.doesNotMatch(text, /provvisorio/i);
    assert.match(text, /Numero del protocollo ufficiale, 23 novembre 2026/);
  });

  it('marks an annulled addition where its number is given, and where it was annulled', async () => {
    const { text } = await read({
      timeline: [
        registered,
        { at: '2026-11-25T09:00:00Z', event: 'added', register: registration('0000150', 'annulled') },
        {
          at: '2026-11-26T09:00:00Z',
          event: 'annulled',
          note: 'Doppia',
          register: registration('0000150', 'annulled'),
        },
      ],
      messages: [addition('annulled')],
    });
    assert.match(text, /integrazione, 25 novembre.*\nCMTO-RI-2026\/0000150 · annullata\n/);
    assert.match(text, /Registrazione annullata, 26 novembre.*\nCMTO-RI-2026\/0000150\nDoppia/);
    assert.equal(text.match(/Ecco la planimetria/g)?.length, 1);
    assert.match(
      text,
      /CMTO-RI-2026\/0000123 · .* · Registro interno ricevute, provvisorio/,
      'the request itself holds',
    );
  });

  it('says on every page that the request’s own registration was annulled', async () => {
    const { text, pages } = await read({ register: registration('0000123', 'annulled') });
    assert.equal(text.match(/Registrazione annullata \(DPR/g)?.length, pages + 1);
  });
});

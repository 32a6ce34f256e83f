import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PdfThread } from '../../src/documents/pdf/pdf-thread.ts';
import { qrCode } from '../../src/documents/pdf/qr-code.ts';
import { receiptPdf } from '../../src/documents/pdf/receipt-pdf.ts';
import { readPdf } from '../support/read-pdf.ts';
import { aDocument, aReceipt } from '../support/receipts.ts';

/** What is to be read in the place of glyphs. */
function actualTexts(pdf: Buffer): string[] {
  const file = pdf.toString('latin1');
  const streams = [...file.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map(({ index, 0: { length } }) =>
    inflateSync(pdf.subarray(index + length)).toString('latin1'),
  );
  return streams.flatMap((stream) =>
    [...stream.matchAll(/\/ActualText \(((?:\\.|[^\\)])*)\)/gs)].map(([, text]) => unescaped(text!)),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of a PDF: UTF-16 with its mark. */
const unescaped = (text: string): string =>
  Buffer.from(
    text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter),
    'latin1',
  )
    .subarray(2)
    .swap16()
    .toString('utf16le');

describe('the receipt in PDF', () => {
  it('tells the registration, the procedure, everything that was sent, and every fingerprint', async () => {
    const receipt = aReceipt();
    const { text } = await readPdf(await receiptPdf(receipt));
    for (const part of [
      'Ricevuta di una richiesta',
      'CMTO-RI-2026/0000123',
      '20 novembre 2026 alle ore 12:00:01 CET',
      'Numero provvisorio: non sostituisce il',
      'Non è un’istanza',
      'Assistenza tecnica: variante al piano regolatore',
      'Unità Pianificazione',
      'Maria Rossi',
      '30 giorni',
      'Termine di conclusione\n20 dicembre 2026\n',
      'si può scrivere all’ufficio',
      'Chi fa la richiesta\nNome\nAda Lovelace',
      'relazione.pdf',
      '5.242.880 byte',
      'c'.repeat(64),
      'b'.repeat(64),
      receipt.sha256,
      'M03A9 JX2SB R20HQ EPJRA TVXCQM',
      receipt.facts.url,
    ]) {
      assert.ok(text.includes(part), `${part}\n\n${text}`);
    }
  });

  it('carries on every page what a segnatura does, and that the number is provisional', async () => {
    const document = aDocument('Una riga di testo. '.repeat(800));
    const { text, pages } = await readPdf(await receiptPdf(aReceipt(document)));
    assert.ok(pages >= 3, `${pages}`);
    for (let page = 1; page <= pages; page += 1) {
      const foot = `CMTO-RI-2026/0000123 · 20 novembre 2026 alle ore 12:00:01 CET · Registro interno ricevute, provvisorio · Pagina ${page} di ${pages}`;
      assert.ok(text.includes(foot), foot);
    }
    assert.equal(text.replaceAll('\n', ' ').match(/Una riga di testo\./g)?.length, 800, 'nothing is cut off');
  });

  it('names the official number once there is one, and claims no number before there is one', async () => {
    const official = { register: 'PROT-CMTO', number: '0045678', date: '2026-11-23' };
    const numbered = await readPdf(await receiptPdf(aReceipt(aDocument(), { official })));
    assert.match(numbered.text, /Protocollo ufficiale\nPROT-CMTO 0045678, 23 novembre 2026/);
    const unconfirmed = aReceipt(aDocument(), { register: undefined, timeline: [] });
    const { text } = await readPdf(await receiptPdf(unconfirmed));
    assert.match(text, /non è registrata/);
    assert.doesNotMatch(text, /CMTO-RI|provvisorio/);
  });

  it('is tagged, in Italian, with a title, headings in order, and words for the QR code', async () => {
    const { title, language, isTagged, roles, alternatives } = await readPdf(await receiptPdf(aReceipt()));
    assert.deepEqual([title, language, isTagged], ['Ricevuta di una richiesta CMTO-RI-2026/0000123', 'it-IT', true]);
    assert.deepEqual(
      roles.filter((role) => /^H\d/.test(role)),
      ['H1', 'H2', 'H2', 'H2', 'H3', 'H2', 'H2', 'H2'],
    );
    assert.deepEqual(alternatives, ['Codice QR con l’indirizzo della pagina della richiesta']);
    assert.equal(roles.filter((role) => role === 'Lbl').length, roles.filter((role) => role === 'LBody').length);
  });

  it('prints any name so that it can be copied', async () => {
    const names = [
      'Đorđe Łukasz Ñuñez Ștefănescu',
      'Nguyễn Thị Hạnh',
      'Олександр Шевченко',
      'Ελένη Παπαδοπούλου',
      'דוד בן־גוריון',
      '王小明',
      'გიორგი',
      'ነጋሽ',
      '김민준',
    ];
    const { text } = await readPdf(await receiptPdf(aReceipt(aDocument(names.join('\n')))));
    assert.ok(text.includes(`Nome\n${names.join('\n')}\n`), text);
  });

  it('names in letters what is drawn in pieces or in another order', async () => {
    for (const name of ['محمد بن علي الحسيني', 'प्रिया शर्मा']) {
      assert.deepEqual(actualTexts(await receiptPdf(aReceipt(aDocument(name)))), [name]);
    }
  });

  it('writes by its number what no font has, and drops nothing', async () => {
    const { text } = await readPdf(await receiptPdf(aReceipt(aDocument('Ada 😀 \u{10FFFD} Lovelace'))));
    assert.match(text, /Ada \[U\+1F600\] +(?:\[U\+10FFFD\] )?Lovelace/);
  });

  it('survives whatever text it is given', async () => {
    const odd = [
      '',
      ' ',
      '\n\n',
      '\u202e\u0000\u0007',
      '\ud800',
      'x'.repeat(5000),
      'ل'.repeat(3000),
      'a\u0301\u0302\u0303\u0304',
      '%PDF-1.7 endstream endobj (((',
    ];
    const answers = odd.map((words) => ({ field: 'nome', label: words, words, value: words }));
    const document = aDocument('', { pages: [{ id: 'chi', title: '', answers }] });
    const { text } = await readPdf(await receiptPdf(aReceipt(document)));
    assert.equal(text.replaceAll('example', '').match(/x/g)?.length, 10_000);
    assert.ok(text.includes('%PDF-1.7 endstream endobj ((('));
    assert.match(text, /Pagina 1 di/);
  });

  it('is the same bytes for the same receipt', async () => {
    const [one, other] = [await receiptPdf(aReceipt()), await receiptPdf(aReceipt())];
    assert.ok(one.equals(other));
  });

  it('embeds its fonts, runs nothing and reaches for nothing', async () => {
    const pdf = (await receiptPdf(aReceipt(aDocument('<script>alert(1)</script> (x) Tj /JS')))).toString('latin1');
    assert.doesNotMatch(pdf, /\/(?:JavaScript|JS|OpenAction|Launch|URI|EmbeddedFile)\b/);
    assert.match(pdf, /\/FontFile2/);
    assert.doesNotMatch(pdf, /\/BaseFont \/(?:Helvetica|Times|Courier)/);
  });
});

describe('qrCode', () => {
  it('is a square with its three corners', () => {
    const { size, dark } = qrCode('https://partecipa.example.it/r/M03A9JX2SBR20HQEPJRATVXCQM');
    const has = new Set(dark.map(([x, y]) => `${x},${y}`));
    assert.ok(size >= 29 && (size - 17) % 4 === 0, `${size}`);
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const) {
      for (let at = 0; at < 7; at += 1) assert.ok(has.has(`${x + at},${y}`) && has.has(`${x},${y + at}`));
      assert.ok(!has.has(`${x + 1},${y + 1}`) && has.has(`${x + 3},${y + 3}`));
    }
  });
});

describe('PdfThread', () => {
  it('makes receipts apart from the event loop, and refuses more than it can make', async (test) => {
    const thread = new PdfThread();
    test.after(() => thread.close());
    const asked = Array.from({ length: 25 }, () => thread.make({ receipt: aReceipt() }));
    const settled = await Promise.allSettled(asked);
    assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 20);
    const refused = settled.find((result) => result.status === 'rejected');
    assert.equal((refused!.reason as { status: number }).status, 503);
    assert.match((await readPdf(await thread.make({ receipt: aReceipt() }))).text, /CMTO-RI-2026\/0000123/);
  });

  it('starts another thread after one has died', async (test) => {
    const thread = new PdfThread();
    test.after(() => thread.close());
    const lost = thread.make({ receipt: aReceipt() });
    await Promise.all([assert.rejects(lost), thread.close()]);
    assert.ok((await thread.make({ receipt: aReceipt() })).length > 1000);
  });
});

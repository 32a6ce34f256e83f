import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PdfThread } from '../../src/documents/pdf/pdf-thread.ts';
import { pecAdapter } from '../../src/protocol/adapters/pec.ts';
import { copyAsPdf } from '../../src/protocol/reading-copy.ts';
import { ProtocolRoom, content } from '../support/protocol.ts';
import { readPdf } from '../support/read-pdf.ts';
import { SmtpOffice } from '../support/smtp-office.ts';

const target = 'protocollo@cert.example.it';

/** A department whose documents go to a certified mailbox, with a real mail server, and one request that waits. */
async function aRequest(test: Parameters<typeof ProtocolRoom.open>[0]) {
  const room = await ProtocolRoom.open(test);
  const office = await SmtpOffice.open(test);
  await room.use({ adapter: 'pec', target, registerCode: 'PG', office: 'UFPIAN', classification: '06.03' });
  const task = await room.enqueue();
  /** As after a restart: a mail server keeps connections open for a while. */
  const work = async (): Promise<void> => {
    const pec = pecAdapter({ url: office.url, from: 'Città metropolitana <kit@cert.example.it>' });
    await room.worker({ pec }).work();
    pec.close();
  };
  return { room, office, task, work };
}

describe('the pec adapter', () => {
  it('brings the document, its files and all that a registration needs to the certified mailbox', async (test) => {
    const { room, office, task, work } = await aRequest(test);
    await work();
    await work();
    assert.equal(office.arrived.length, 1);
    const { email, from, to } = office.arrived[0]!;
    assert.deepEqual([from, to], ['kit@cert.example.it', target]);
    assert.equal(email.subject, 'Da protocollare: CMTO-RI-2026/0000123');
    for (const line of [
      'Data e ora: 2026-11-20 12:00:00',
      'Mittente: Anna Rossi',
      'Codice fiscale o partita IVA: RSSNNA80A41L219M',
      'Oggetto: Richiesta di assistenza tecnica',
      'Registro: PG',
      'Ufficio: UFPIAN',
      'Classifica: 06.03',
      `Identificativo: ${task.key}`,
    ])
      assert.ok(email.text!.split('\n').includes(line), line);
    assert.deepEqual(
      email.attachments.map(({ filename, mimeType, content }) => [
        filename,
        mimeType,
        Buffer.from(content as ArrayBuffer).toString(),
      ]),
      [
        ['documento-2026-0000123.json', 'application/json', content],
        ['relazione.pdf', 'application/pdf', '%PDF-1.7 relazione'],
      ],
    );
    const row = await room.row(task.key);
    assert.deepEqual([row.state, row.adapter, room.told.length], ['office', 'pec', 0]);
  });

  it('brings a copy to read beside the document, and goes without where none can be set', async (test) => {
    const { room, office, task } = await aRequest(test);
    const pdf = new PdfThread();
    test.after(() => pdf.close());
    const work = async (pages: Pick<PdfThread, 'make'>): Promise<void> => {
      const copyFor = copyAsPdf(room.database.db, pages);
      const pec = pecAdapter({ url: office.url, from: 'kit@cert.example.it', copyFor });
      await room.worker({ pec }).work();
      pec.close();
    };
    await work(pdf);
    const { email } = office.arrived[0]!;
    assert.deepEqual(
      email.attachments.map(({ filename }) => filename),
      ['documento-2026-0000123.json', 'relazione.pdf', 'documento-2026-0000123.pdf'],
    );
    assert.ok(email.text!.includes('Copia da leggere, che non si protocolla: documento-2026-0000123.pdf'));
    const { text } = await readPdf(Buffer.from(email.attachments[2]!.content as ArrayBuffer));
    for (const part of ['CMTO-RI-2026/0000123', 'Anna Rossi', task.document]) assert.ok(text.includes(part), part);
    const next = await room.enqueue();
    await work({ make: () => Promise.reject(new Error('busy')) });
    assert.equal((await room.row(next.key)).state, 'office');
    assert.equal(office.arrived[1]!.email.attachments.length, 2);
    assert.doesNotMatch(office.arrived[1]!.email.text!, /Copia/);
  });

  it('sends the very same message again when the mail server’s yes was never heard', async (test) => {
    const { room, office, task, work } = await aRequest(test);
    office.dieAfterNext();
    await work();
    const waiting = await room.row(task.key);
    assert.deepEqual([waiting.state, waiting.problem], ['waiting', 'DATA 421']);
    room.now = waiting.due_at;
    await work();
    const [first, second] = office.arrived;
    assert.equal(office.arrived.length, 2);
    assert.equal(first!.email.messageId, second!.email.messageId);
    assert.equal(first!.email.date, second!.email.date);
    assert.equal((await room.row(task.key)).state, 'office');
  });

  it('waits while the mail server refuses us, and gives up where it refuses the message', async (test) => {
    const { room, office, task, work } = await aRequest(test);
    for (const [step, code] of [
      ['connect', 554],
      ['from', 550],
      ['to', 451],
    ] as const) {
      office.refuse(step, code);
      await work();
      office.refuse(step);
      const row = await room.row(task.key);
      assert.equal(row.state, 'waiting', step);
      room.now = row.due_at;
    }
    office.refuse('to', 550);
    await work();
    const row = await room.row(task.key);
    assert.deepEqual([row.state, row.problem, office.arrived.length], ['failed', 'RCPT TO 550', 0]);
    office.refuse('to');
    assert.equal(await room.outbox.retry(), 1);
    await work();
    assert.equal(office.arrived.length, 1);
  });

  it('keeps what people typed on its line: no line of theirs passes for one of ours, and no header is added', async (test) => {
    const room = await ProtocolRoom.open(test);
    const office = await SmtpOffice.open(test);
    await room.use({ adapter: 'pec', target });
    await room.enqueue({
      subject: 'Richiesta\r\nBcc: altri@example.it\nMittente: Sindaco',
      correspondent: { kind: 'organisation', name: 'Ditta\nIdentificativo: altro' },
      attachments: [],
    });
    const pec = pecAdapter({ url: office.url, from: 'kit@cert.example.it' });
    await room.worker({ pec }).work();
    pec.close();
    const { email, to } = office.arrived[0]!;
    assert.equal(to, target);
    const begins = (word: string): number =>
      email.text!.split('\n').filter((line) => line.startsWith(`${word}:`)).length;
    assert.deepEqual([begins('Mittente'), begins('Identificativo'), begins('Bcc')], [1, 1, 0]);
  });

  it('waits while no mailbox of ours is set up', async (test) => {
    const room = await ProtocolRoom.open(test);
    await room.use({ adapter: 'pec', target });
    const task = await room.enqueue();
    await room.worker({ pec: pecAdapter({ url: undefined, from: undefined }) }).work();
    const row = await room.row(task.key);
    assert.deepEqual([row.state, row.problem], ['waiting', 'no-mailbox']);
  });
});

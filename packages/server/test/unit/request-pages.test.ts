import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Receipt } from '@cmto/contract';

import { aKey, aRequest, aService } from '@cmto/testing/builders';
import { readDocument } from '../../src/documents/document-store.ts';
import { openMailServer } from '../../src/mail/mail-server.ts';
import { MailWorker } from '../../src/mail/mail-worker.ts';
import { ServiceRepository } from '../../src/surveys/survey-repository.ts';
import { aTestFile, putPart } from '../support/files.ts';
import { readPdf } from '../support/read-pdf.ts';
import { refusal, run } from '../support/run-command.ts';
import { SmtpOffice } from '../support/smtp-office.ts';
import { asFetch, aServer, type TestServer } from '../support/test-server.ts';

async function aServiceServer(test: TestContext, service = aService()): Promise<TestServer> {
  const server = await aServer(test);
  const services = new ServiceRepository(server.database.db);
  await services.import(service);
  await services.publish(service.slug);
  return server;
}

async function ask(server: TestServer, body: object = aRequest(), key = aKey()): Promise<Receipt> {
  const answer = await server.ask('/services/assistenza/requests', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return (await answer.json()) as Receipt;
}

/** A request with one file, of this name. */
async function askWithFile(server: TestServer, name: string) {
  const file = aTestFile(2000);
  await putPart(server, file);
  const { sha256, bytes, key } = file;
  const attachments = [{ field: 'allegati', sha256, name, type: 'application/octet-stream', size: bytes.length }];
  return { receipt: await ask(server, aRequest({ allegati: [sha256] }, { attachments }), key), file };
}

const hidden = (answer: Response): (string | null)[] =>
  ['cache-control', 'referrer-policy', 'x-content-type-options'].map((name) => answer.headers.get(name));

describe('the page of a request', () => {
  it('shows what was sent, by the hash that was registered, to be kept by nobody', async (test) => {
    const server = await aServiceServer(test);
    const { receiptCode, id, register } = await ask(server);
    const page = await asFetch(server.app)(`/r/${receiptCode}`);
    assert.equal(page.status, 200);
    assert.deepEqual(hidden(page), ['no-store', 'no-referrer', 'nosniff']);
    const html = await page.text();
    const stored = await readDocument(server.database.db, id);
    for (const part of [
      `${register!.code}-${register!.year}/${register!.number}`,
      'Rossi',
      'Maria Bianchi',
      stored!.sha256,
    ])
      assert.ok(html.includes(part), part);
    const entry = await server.database.db.selectFrom('register_entries').select('document').executeTakeFirstOrThrow();
    assert.equal(entry.document, stored!.sha256);
  });

  it('has a PDF with the same, made when it is asked for', async (test) => {
    const server = await aServiceServer(test);
    const { receiptCode, register } = await ask(server);
    const answer = await asFetch(server.app)(`/r/${receiptCode}/pdf`);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pdf']);
    assert.deepEqual(hidden(answer), ['no-store', 'no-referrer', 'nosniff']);
    const name = `ricevuta-${register!.code}-${register!.year}-${register!.number}.pdf`;
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename*=UTF-8''${name}`);
    const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    for (const part of ['Ada', 'Rossi', 'varianti al piano regolatore', 'Maria Bianchi', register!.number])
      assert.ok(text.includes(part), part);
  });

  it('gives a file back under its name, to be saved and never run', async (test) => {
    const server = await aServiceServer(test);
    const name = 'perizia «1» (bozza).bin';
    const { receipt, file } = await askWithFile(server, name);
    const answer = await asFetch(server.app)(`/r/${receipt.receiptCode}/files/${file.sha256}`);
    assert.equal(answer.status, 200);
    assert.deepEqual(hidden(answer), ['no-store', 'no-referrer', 'nosniff']);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.match(answer.headers.get('content-security-policy')!, /sandbox/);
    const [, encoded] = /^attachment; filename\*=UTF-8''([\w%.~!-]+)$/.exec(
      answer.headers.get('content-disposition')!,
    )!;
    assert.equal(decodeURIComponent(encoded!), name);
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(file.bytes));
  });

  it('gives back a file that came with a later message', async (test) => {
    const server = await aServiceServer(test);
    const { receiptCode } = await ask(server);
    const file = aTestFile(300);
    await putPart(server, file);
    const { key, sha256, bytes } = file;
    const attachments = [{ sha256, name: 'aggiunta.bin', type: 'application/octet-stream', size: bytes.length }];
    const added = await server.ask(`/receipts/${receiptCode}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ kind: 'addition', text: 'Ecco', attachments, language: 'it' }),
    });
    assert.equal(added.status, 201, await added.text());
    const get = asFetch(server.app);
    const answer = await get(`/r/${receiptCode}/files/${sha256}`);
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(bytes));
    assert.ok((await (await get(`/r/${receiptCode}`)).text()).includes('aggiunta.bin'));
  });

  it('does not let a name leave its header, or turn itself around', async (test) => {
    const server = await aServiceServer(test);
    const { receipt, file } = await askWithFile(server, 'a"; x=\u202egpj.exe/../b');
    const answer = await asFetch(server.app)(`/r/${receipt.receiptCode}/files/${file.sha256}`);
    assert.equal(answer.headers.get('content-disposition'), "attachment; filename*=UTF-8''a%22%3B%20x%3D_gpj.exe_.._b");
  });

  it('gives nothing to whoever has another code, another hash, or none', async (test) => {
    const server = await aServiceServer(test);
    const get = asFetch(server.app);
    const { receipt, file } = await askWithFile(server, 'a.bin');
    const other = await ask(server);
    const wrong = 'M03A9JX2SBR20HQEPJRATVXCQM';
    for (const path of [
      `/r/${other.receiptCode}/files/${file.sha256}`,
      `/r/${wrong}/files/${file.sha256}`,
      `/r/${receipt.receiptCode}/files/${'0'.repeat(64)}`,
      `/r/${receipt.receiptCode}/files/..%2f..%2fsecret`,
      `/r/${wrong}/pdf`,
      `/r/x/pdf`,
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.match(await answer.text(), /Non c’è nessuna ricevuta/, path);
    }
  });
});

describe('letters about a request', () => {
  it('go to the address in the request, with its number and the way to its page', async (test) => {
    const server = await aServiceServer(test);
    const office = await SmtpOffice.open(test);
    const { url, register } = await ask(server);
    const { mail, desk } = server.app.services.requests;
    const smtp = openMailServer({ url: office.url, from: 'kit@example.org' });
    test.after(() => smtp.close());
    const log = { warn: () => undefined } as never;
    const options = {
      queue: mail,
      server: smtp,
      lookUp: (key: string) => desk.correspondence(key),
      now: () => server.now,
      log,
    };
    await new MailWorker(options).work();
    const [letter, ...more] = office.arrived;
    assert.equal(more.length, 0);
    assert.equal(letter!.to, 'ada.rossi@example.it');
    assert.ok(letter!.email.text!.includes(url));
    assert.ok(letter!.email.subject!.includes(register!.number));
    assert.doesNotMatch(letter!.email.subject!, /Ada|Rossi/i);
  });
});

describe('mail list and mail retry', () => {
  it('tell what waits and what cannot be delivered, without any address', async (test) => {
    const server = await aServiceServer(test);
    const { id } = await ask(server);
    const listed = await run(server, 'mail', 'list');
    assert.match(listed.said, new RegExp(`waiting  receipt  request ${id}  0 tries`));
    assert.match(listed.said, /1 letters wait, 0 cannot be delivered/);
    assert.match(listed.warned, /CMTO_SMTP_URL/);
    assert.doesNotMatch(listed.said + listed.warned, /@/);
  });

  it('put what failed back into the queue', async (test) => {
    const server = await aServiceServer(test);
    await ask(server);
    const { mail } = server.app.services.requests;
    const letter = await mail.claim();
    await mail.failed(letter!, 'RCPT TO 550');
    assert.match(
      (await run(server, 'mail', 'list')).said,
      /failed  receipt .* RCPT TO 550[^]*0 letters wait, 1 cannot/,
    );
    assert.match((await refusal(run(server, 'mail', 'retry', 'nothing'))).message, /No letter "nothing"/);
    assert.match((await run(server, 'mail', 'retry', letter!.id)).said, /1 letters are in the queue again/);
    assert.match((await run(server, 'mail', 'list')).said, /1 letters wait, 0 cannot/);
  });
});

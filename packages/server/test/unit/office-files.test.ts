import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { aService } from '@cmto/testing/builders';
import { offer, sent, statusOf } from '../support/requests.ts';
import { refusal, run } from '../support/run-command.ts';
import { testScanner } from '../support/test-scanner.ts';
import { asFetch, aServer } from '../support/test-server.ts';

const pdf = Buffer.from('%PDF-1.7 verbale di Anna');
const by = ['--operator', 'm.bianchi'];

async function anOffice(test: TestContext) {
  const server = await aServer(test);
  await offer(server, aService());
  const receipt = await sent(server);
  const folder = mkdtempSync(join(tmpdir(), 'cmto-office-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const onDisk = (name: string, bytes: Buffer = pdf): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  return { server, onDisk, ...receipt };
}

const stored = async (server: Awaited<ReturnType<typeof anOffice>>['server']) =>
  (await server.database.db.selectFrom('attachments').selectAll().execute()).map(({ key, sha256 }) => ({
    key,
    sha256,
  }));

describe('request message --file', () => {
  it('carries files that the holder of the code sees, with name, size and hash, and downloads', async (test) => {
    const { server, onDisk, receiptCode } = await anOffice(test);
    const files = ['--file', onDisk('verbale.pdf'), '--file', onDisk('note.txt', Buffer.from('Due parole.'))];
    await run(server, 'request', 'message', '2026/0000001', '--text', 'In allegato.', ...files, ...by);
    const [message] = (await statusOf(server, receiptCode)).messages;
    const sha256 = hash('sha256', pdf);
    assert.deepEqual(message?.attachments, [
      { name: 'verbale.pdf', size: pdf.length, type: 'application/pdf', sha256 },
      { name: 'note.txt', size: 11, type: 'text/plain', sha256: hash('sha256', 'Due parole.') },
    ]);
    const ask = asFetch(server.app);
    const answer = await ask(`/r/${receiptCode}/files/${sha256}`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition')!, /^attachment.*verbale\.pdf/);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), pdf);
    const page = await (await ask(`/r/${receiptCode}`)).text();
    assert.ok(page.includes('verbale.pdf') && page.includes(sha256));
  });

  it('gives them to nobody who holds another code, or none', async (test) => {
    const { server, onDisk } = await anOffice(test);
    const other = await sent(server);
    const message = ['message', '2026/0000001', '--text', 'In allegato.', '--file', onDisk('verbale.pdf'), ...by];
    await run(server, 'request', ...message);
    const ask = asFetch(server.app);
    for (const code of [other.receiptCode, 'A'.repeat(26)])
      assert.equal((await ask(`/r/${code}/files/${hash('sha256', pdf)}`)).status, 404);
  });

  it('registers them as outgoing, each with its hash, and takes them to the official register', async (test) => {
    const { server, onDisk, id } = await anOffice(test);
    const close = ['close', '2026/0000001', '--outcome', 'accepted', '--text', 'Va bene.'];
    await run(server, 'request', ...close, '--file', onDisk('provvedimento.pdf'), ...by);
    const { db } = server.database;
    const entry = await db.selectFrom('register_entries').selectAll().where('number', '=', 2).executeTakeFirstOrThrow();
    assert.deepEqual([entry.direction, JSON.parse(entry.attachments)], ['out', [hash('sha256', pdf)]]);
    const names = await db
      .selectFrom('register_particulars')
      .select('content')
      .where('number', '=', 2)
      .where('part', '=', 'files')
      .executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(names.content), ['provvedimento.pdf']);
    const task = await db
      .selectFrom('protocol_tasks')
      .select('task')
      .where('request', '=', id)
      .where('number', '=', '0000002')
      .executeTakeFirstOrThrow();
    assert.equal(
      (JSON.parse(task.task!) as { attachments: { sha256: string }[] }).attachments[0]?.sha256,
      hash('sha256', pdf),
    );
    const folder = join(server.dataDir, 'consegna');
    assert.match((await run(server, 'protocol', 'document', '2026/0000002', folder)).said, /provvedimento\.pdf/);
  });

  it('refuses what applicants may not send either, or is not there, and keeps nothing of it', async (test) => {
    const { server, onDisk, receiptCode } = await anOffice(test);
    const write = (...paths: string[]) => {
      const files = paths.flatMap((path) => ['--file', path]);
      return refusal(run(server, 'request', 'message', '2026/0000001', '--text', 'Ecco.', ...files, ...by));
    };
    assert.match((await write('/nowhere.pdf')).message, /cannot be read.*Nothing was changed/);
    assert.match((await write(onDisk('vuoto.pdf'), onDisk('pagina.html'))).message, /pagina\.html.*not taken/);
    assert.match((await write(onDisk('buono.pdf'), onDisk('falso.pdf', Buffer.from('testo')))).message, /falso\.pdf/);
    assert.match((await write(onDisk('grande.bin', Buffer.alloc(10_485_761)))).message, /grande\.bin.*10485760 bytes/);
    assert.match((await write(...Array.from({ length: 21 }, () => onDisk('uno.pdf')))).message, /at most 20/);
    assert.deepEqual(await stored(server), []);
    assert.deepEqual((await statusOf(server, receiptCode)).messages, []);
  });

  it('keeps nothing where the request does not allow it', async (test) => {
    const { server, onDisk } = await anOffice(test);
    const close = ['close', '2026/0000001', '--outcome', 'accepted', '--text', 'Va bene.', '--file', onDisk('a.pdf')];
    await run(server, 'request', ...close, ...by);
    const before = await stored(server);
    assert.equal(before.length, 1);
    const ask = ['ask', '2026/0000001', '--text', 'Ancora?', '--file', onDisk('b.pdf', Buffer.from('%PDF-1.7 altro'))];
    assert.match((await refusal(run(server, 'request', ...ask, ...by))).message, /closed does not allow that/);
    assert.deepEqual(await stored(server), before);
  });

  it('has them looked at by the scanner, too', async (test) => {
    const { server, onDisk } = await anOffice(test);
    const scanned = { ...server, environment: { ...server.environment, CMTO_SCAN_COMMAND: testScanner } };
    const infected = onDisk('a.txt', Buffer.from('EICAR-STANDARD'));
    const message = ['message', '2026/0000001', '--text', 'Ecco.', '--file', infected, ...by];
    assert.match((await refusal(run(scanned, 'request', ...message))).message, /a\.txt/);
    assert.deepEqual(await stored(server), []);
  });

  it('erases them with the request', async (test) => {
    const { server, onDisk, id } = await anOffice(test);
    await run(server, 'request', 'message', '2026/0000001', '--text', 'Ecco.', '--file', onDisk('a.pdf'), ...by);
    const [file] = await stored(server);
    const act = ['--reason', 'Lo chiede', '--act', 'Prot. 1', ...by];
    assert.match((await run(server, 'request', 'erase', id, ...act)).said, /with 1 files/);
    assert.equal(await server.app.services.files.has(file!), false);
  });
});

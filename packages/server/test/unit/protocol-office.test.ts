import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Kysely } from 'kysely';
import type { Schema } from '../../src/database/schema.ts';
import { ProtocolOutbox } from '../../src/protocol/protocol-outbox.ts';
import type { ProtocolTask } from '../../src/requests/seams.ts';
import { content, department, ProtocolRoom, aTask } from '../support/protocol.ts';
import { refusal, run } from '../support/run-command.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const hour = 3_600_000;

/** A server with documents that wait for the protocol office. */
async function anOffice(test: Parameters<typeof aServer>[0], ...parts: Partial<ProtocolTask>[]) {
  const server = await aServer(test);
  const { db } = server.database;
  const outbox = new ProtocolOutbox(
    db,
    () => server.now,
    () => Promise.resolve(),
  );
  const tasks = (parts.length > 0 ? parts : [{}]).map((part) => aTask({ attachments: [], ...part }));
  for (const task of tasks) await store(db, outbox, task);
  return { server, db, outbox, tasks, key: tasks[0]!.key };
}

const store = (db: Kysely<Schema>, outbox: ProtocolOutbox, task: ProtocolTask): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('request_documents')
      .values({ key: task.key, sha256: task.document, content })
      .execute();
    await outbox.enqueue(transaction, task);
  });

const number = (server: TestServer, document: string, ...words: string[]) =>
  run(server, 'protocol', 'number', document, ...words, '--operator', 'm.bianchi');

const rowOf = ({ database }: TestServer, key: string) =>
  database.db.selectFrom('protocol_tasks').selectAll().where('key', '=', key).executeTakeFirstOrThrow();

const aFolder = (test: { after(clean: () => void): void }): string => {
  const folder = mkdtempSync(join(tmpdir(), 'cmto-protocol-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe('protocol number', () => {
  it('enters the number that the office gave, with who typed it, by key or by internal number', async (test) => {
    const { server, tasks } = await anOffice(
      test,
      {},
      { registration: { ...aTask().registration, number: '0000124' } },
    );
    const { said } = await number(server, 'CMTO-RI-2026/0000124', 'PG', '4567', '2026-11-20');
    assert.equal(said, `2026/0000124 (${tasks[1]!.key}): PG 0004567 of 2026-11-20`);
    await number(server, tasks[0]!.key, 'PG', '0004568', '2026-11-20');
    const row = await rowOf(server, tasks[1]!.key);
    assert.deepEqual(
      [row.state, row.official_year, row.official_number, row.via, row.operator, row.settled_at],
      ['registered', 2026, '0004567', 'hand', 'm.bianchi', server.now],
    );
    assert.equal((await run(server, 'protocol', 'list')).said, 'Everything has its number.');
  });

  it('takes the same number twice for one, and refuses a second one', async (test) => {
    const { server, key } = await anOffice(test);
    await number(server, key, 'PG', '4567', '2026-11-20');
    assert.match((await number(server, key, 'PG', '0004567', '2026-11-20')).said, /as before$/);
    const { message } = await refusal(number(server, key, 'PG', '4568', '2026-11-20'));
    assert.match(message, /has the number PG 0004567 of 2026-11-20 already\. Nothing was changed\.$/);
  });

  it('refuses what cannot be a number of this document, and says why', async (test) => {
    const { server, key } = await anOffice(test, {}, { registration: { ...aTask().registration, number: '0000124' } });
    await number(server, '2026/0000124', 'PG', '99', '2026-11-20');
    for (const [words, reason] of [
      [['PG/1', '4567', '2026-11-20'], /code has 1 to 16/],
      [['PG', '45-67', '2026-11-20'], /1 to 20 digits/],
      [['PG', '0', '2026-11-20'], /not all of them 0/],
      [['PG', '4567', '20/11/2026'], /written as 2026-11-20/],
      [['PG', '4567', '2026-02-30'], /written as 2026-11-20/],
      [['PG', '4567', '2026-11-21'], /in the future/],
      [['PG', '4567', '2026-11-19'], /came on 2026-11-20/],
      [['PG', '99', '2026-11-20'], /number of another document/],
    ] as const) {
      const { message } = await refusal(number(server, key, ...words));
      assert.match(message, reason);
    }
    assert.equal((await rowOf(server, key)).state, 'waiting');
    await run(server, 'department', 'register', department, 'manual', '--register-code', 'PG');
    assert.match((await refusal(number(server, key, 'XY', '1', '2026-11-20'))).message, /register is PG/);
    assert.match((await refusal(number(server, '2026/0000999', 'PG', '1', '2026-11-20'))).message, /no document/);
  });

  it('takes an older number for what came by certified mail, too: one request, one number', async (test) => {
    const { server, key } = await anOffice(test);
    await number(server, key, 'PG', '4000', '2026-11-18', '--pec');
    const row = await rowOf(server, key);
    assert.deepEqual([row.official_date, row.via], ['2026-11-18', 'pec-message']);
  });

  it('types no number beside one that may be on its way', async (test) => {
    const { server, key, outbox } = await anOffice(test);
    await run(server, 'department', 'register', department, 'webhook', '--target', 'https://uno.example.it/');
    const claimed = await outbox.claim();
    assert.match((await refusal(number(server, key, 'PG', '1', '2026-11-20'))).message, /\(in hand\)/);
    await outbox.tries(claimed!, 'webhook');
    await outbox.postponed(claimed!, server.now + hour, 'ETIMEDOUT');
    const { message } = await refusal(number(server, key, 'PG', '1', '2026-11-20'));
    assert.match(message, /has not said whether it gave a number \(ETIMEDOUT\)/);
    const change = await refusal(run(server, 'department', 'register', department, 'manual'));
    assert.equal(change.exitCode, 1, 'nor is the register changed that alone can be asked');
  });

  it('lets one of two people have entered it', async (test) => {
    const { server, key } = await anOffice(test);
    const results = await Promise.allSettled([
      number(server, key, 'PG', '1', '2026-11-20'),
      number(server, key, 'PG', '2', '2026-11-20'),
    ]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });
});

describe('protocol document', () => {
  it('writes what is typed into a register, and the files, for the owner’s eyes only', async (test) => {
    const { server, key } = await anOffice(test);
    const folder = aFolder(test);
    const { said } = await run(server, 'protocol', 'document', key, join(folder, 'uno'));
    const files = readdirSync(join(folder, 'uno')).sort();
    assert.match(files[0]!, /^[\da-f]{8}-documento-2026-0000123\.json$/);
    assert.deepEqual(files.slice(1), ['documento-2026-0000123.pdf', 'registrazione.txt']);
    assert.match(readFileSync(join(folder, 'uno', 'registrazione.txt'), 'utf8'), /^Mittente: Anna Rossi$/m);
    for (const file of files) assert.equal(statSync(join(folder, 'uno', file)).mode & 0o777, 0o600);
    assert.doesNotMatch(said, /Rossi/);
  });

  it('adds the segnatura of an answer that has its number', async (test) => {
    const request = aTask().key;
    const { server, key } = await anOffice(test, { direction: 'out', request });
    const codes = ['--administration', 'cmto', '--area', 'AOOCMTO', '--classification', '06.03'];
    await run(server, 'department', 'register', department, 'manual', '--register-code', 'PG', ...codes);
    await number(server, key, 'PG', '77', '2026-11-20');
    const folder = aFolder(test);
    const { said } = await run(server, 'protocol', 'document', key, folder);
    assert.match(said, /segnatura\.xml, still to be sealed/);
    assert.match(readFileSync(join(folder, 'segnatura.xml'), 'utf8'), /<prot:NumeroRegistrazione>0000077</);
  });
});

describe('protocol match', () => {
  it('finds the request in a certified message that brings the same, and says that it has a number', async (test) => {
    const { server, key, tasks } = await anOffice(test, {
      attachments: [{ name: 'mappa.pdf', type: 'application/pdf', size: 4, sha256: 'e2d3'.padEnd(64, '0') }],
    });
    const pdf = Buffer.from('%PDF-1.7 la mia relazione');
    const other = aTask({
      registration: { ...tasks[0]!.registration, number: '0000200' },
      attachments: [
        {
          name: 'r.pdf',
          type: 'application/pdf',
          size: pdf.length,
          sha256: hash('sha256', pdf),
        },
      ],
    });
    await store(
      server.database.db,
      new ProtocolOutbox(
        server.database.db,
        () => server.now,
        () => Promise.resolve(),
      ),
      other,
    );
    const inner = `From: anna@pec.example.it\r\nSubject: Richiesta CMTO-RI-2026/0000123\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBuongiorno\r\n--b\r\nContent-Type: application/pdf; name="x.pdf"\r\nContent-Disposition: attachment; filename="x.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${pdf.toString('base64')}\r\n--b--\r\n`;
    const outer = `From: posta-certificata@pec.example.it\r\nSubject: POSTA CERTIFICATA: Richiesta\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\nMessaggio di posta certificata\r\n--a\r\nContent-Type: message/rfc822; name="postacert.eml"\r\nContent-Disposition: attachment; filename="postacert.eml"\r\n\r\n${inner}\r\n--a--\r\n`;
    const folder = aFolder(test);
    const path = join(folder, 'arrivo.eml');
    writeFileSync(path, outer);
    await number(server, key, 'PG', '4567', '2026-11-20');
    const { said } = await run(server, 'protocol', 'match', path);
    assert.deepEqual(said.split('\n').sort(), [
      `2026/0000123 (${key}) has the number PG 0004567 of 2026-11-20; the same number`,
      `2026/0000200 (${other.key}) has no official number (waiting); the same file`,
    ]);
    writeFileSync(join(folder, 'altro.eml'), 'Subject: ciao\r\n\r\nciao');
    assert.match((await run(server, 'protocol', 'match', join(folder, 'altro.eml'))).said, /^Nothing in it/);
  });
});

describe('department register', () => {
  it('refuses adapters, targets and codes that cannot be', async (test) => {
    const { server } = await anOffice(test);
    const set = (...words: string[]) => refusal(() => run(server, 'department', 'register', ...words));
    for (const words of [
      [department, 'doqui'],
      [department, 'pec', '--target', 'not an address'],
      [department, 'pec'],
      [department, 'webhook'],
      [department, 'webhook', '--target', 'file:///etc/passwd'],
      [department, 'webhook', '--target', 'https://user:secret@protocollo.example.it/'],
      [department, 'webhook', '--target', 'http://169.254.169.254/'],
      [department, 'webhook', '--target', 'https://[::ffff:10.0.0.1]/'],
      [department, 'webhook', '--target', 'http://93.184.216.34/'],
      [department, 'manual', '--target', 'https://protocollo.example.it/'],
      [department, 'manual', '--register-code', 'troppo lungo e con spazi'],
    ])
      assert.equal((await set(...words)).exitCode, 2, words.join(' '));
    assert.match((await set('nessuno', 'manual')).message, /There is no department "nessuno"/);
  });

  it('shows a key that is another one for another address, and only where there is a webhook', async (test) => {
    const { server } = await anOffice(test);
    await refusal(run(server, 'department', 'webhook-key', department));
    const keys = new Set<string>();
    for (const target of ['https://uno.example.it/', 'https://due.example.it/', 'https://uno.example.it/']) {
      await run(server, 'department', 'register', department, 'webhook', '--target', target);
      keys.add((await run(server, 'department', 'webhook-key', department)).said);
    }
    assert.equal(keys.size, 2);
    for (const key of keys) assert.match(key, /^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

describe('an embedded register', () => {
  it('settles everything without an official number, and tells nobody one', async (test) => {
    const room = await ProtocolRoom.open(test);
    await room.use({ adapter: 'embedded' });
    const task = await room.enqueue();
    await room.worker().work();
    const row = await room.row(task.key);
    assert.deepEqual([row.state, row.official_number, room.told.length], ['internal', null, 0]);
  });
});

import assert from 'node:assert/strict';
import dns from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { describe, it, type TestContext } from 'node:test';
import { PdfThread } from '../../src/documents/pdf/pdf-thread.ts';
import { readNetworks, resolveTarget } from '../../src/protocol/addresses.ts';
import { postPinned } from '../../src/protocol/pinned-request.ts';
import { copyAsPdf } from '../../src/protocol/reading-copy.ts';
import { OfficialRegister } from '../support/official-register.ts';
import { ProtocolRoom, content } from '../support/protocol.ts';
import { readPdf } from '../support/read-pdf.ts';

/** Every kind of address that is not on the internet, in every dress. */
const inside = [
  '127.0.0.1',
  '127.8.8.8',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '::127.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b:1::10.0.0.1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fe80::1',
  'fec0::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
];

/** Hosts as somebody who wants to get inside writes them in an address. */
const spellings = [
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://localhost/',
  'https://localhost/',
  'https://[::1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://2852039166/latest/meta-data',
  'https://0251.0376.0251.0376/',
  'https://0xa9fea9fe/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://①②⑦.⓪.⓪.①/',
  'https://0/',
];

const post = (url: string, named = '') =>
  postPinned({
    url,
    headers: { 'Content-Length': 2 },
    body: (async function* () {
      yield Buffer.from('{}');
    })(),
    patience: 5000,
    named: readNetworks(named),
  });

describe('resolveTarget', () => {
  it('refuses every address that is not public, in every dress', async () => {
    for (const address of inside)
      await assert.rejects(resolveTarget(address, []), { code: 'address-refused' }, address);
  });

  it('takes public ones, and what is in a network that somebody has named', async () => {
    for (const address of ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])
      assert.deepEqual((await resolveTarget(address, [])).address, address);
    const named = readNetworks('10.20.0.0/16, fd12:3456::/32');
    assert.equal((await resolveTarget('10.20.3.4', named)).isNamed, true);
    assert.equal((await resolveTarget('::ffff:10.20.3.4', named)).isNamed, true);
    assert.equal((await resolveTarget('fd12:3456::9', named)).isNamed, true);
    for (const address of ['10.21.0.1', 'fd12:3457::9', '127.0.0.1'])
      await assert.rejects(resolveTarget(address, named), { code: 'address-refused' }, address);
    assert.throws(() => readNetworks('10.20.0.0'));
  });
});

describe('postPinned', () => {
  it('connects to nothing inside, however the address is written', async () => {
    for (const url of spellings) await assert.rejects(post(url), { code: 'address-refused' }, url);
  });

  it('sends nothing in the clear but into a named network', async () => {
    await assert.rejects(post('http://93.184.216.34/'), { code: 'address-refused', message: /in the clear/ });
    await assert.rejects(post('ftp://127.0.0.1/', '127.0.0.1/32'), { code: 'address-refused' });
  });

  it('takes a redirection for an answer and does not follow it', async (test) => {
    const office = await OfficialRegister.open(test);
    const room = await ProtocolRoom.open(test);
    await room.useWebhook(office);
    office.mood = 'redirects';
    const task = await room.enqueue();
    await room.worker().work();
    assert.deepEqual([office.posted.length, (await room.row(task.key)).problem], [1, 'http-307']);
  });

  it('connects to the address that it has looked at, under the name that was asked for', async (test) => {
    const office = await OfficialRegister.open(test);
    const port = new URL(office.url).port;
    const { status } = await post(`http://localhost:${port}/protocollo`, '127.0.0.0/8, ::1/128').catch(
      // Where the name stands for ::1 first, nobody listens there.
      (error: NodeJS.ErrnoException) => ({ status: error.code }),
    );
    assert.ok(status === 401 || status === 'ECONNREFUSED', String(status));
  });
});

/** Has every name stand for these addresses, one list after the other; the last one for ever. */
function namesStandFor(test: TestContext, ...answers: readonly (readonly string[])[]) {
  let asked = 0;
  const lookup = test.mock.method(dns, 'lookup', async () => {
    const addresses = answers[Math.min(asked, answers.length - 1)]!;
    asked += 1;
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  });
  syncBuiltinESMExports();
  test.after(() => {
    lookup.mock.restore();
    syncBuiltinESMExports();
  });
  return lookup.mock;
}

describe('a name', () => {
  it('that stands for an address inside is not connected to, also beside a public one', async (test) => {
    for (const addresses of [['10.0.0.5'], ['93.184.216.34', '127.0.0.1'], ['2606:2800:220:1::1', '::ffff:10.0.0.1']]) {
      namesStandFor(test, addresses);
      await assert.rejects(post('https://protocollo.example.it/'), { code: 'address-refused' }, addresses.join());
    }
  });

  it('is asked for once: what it stands for afterwards is nobody’s way in', async (test) => {
    const names = namesStandFor(test, ['127.0.0.1'], ['10.0.0.5']);
    const office = await OfficialRegister.open(test);
    const { port } = new URL(office.url);
    const { status } = await post(`http://protocollo.example.it:${port}/protocollo`, '127.0.0.1/32');
    assert.deepEqual([status, names.callCount()], [401, 1]);
  });

  it('that stands for nothing is not connected to', async (test) => {
    namesStandFor(test, []);
    await assert.rejects(post('https://protocollo.example.it/'), { code: 'address-refused' });
  });
});

describe('the webhook', () => {
  it('signs what it sends for one department and one address, in full, files and all', async (test) => {
    const office = await OfficialRegister.open(test);
    const room = await ProtocolRoom.open(test);
    await room.useWebhook(office, { registerCode: 'PG', administration: 'cmto', office: 'UFPIAN', folder: '2026/12' });
    const task = await room.enqueue();
    await room.worker().work();
    const [message] = office.posted;
    const files = message!['files'] as { name: string; content: string }[];
    assert.deepEqual(
      files.map(({ name, content }) => [name, Buffer.from(content, 'base64').toString()]),
      [
        ['documento-2026-0000123.json', content],
        ['relazione.pdf', '%PDF-1.7 relazione'],
      ],
    );
    assert.deepEqual(message!['filing'], {
      registerCode: 'PG',
      administration: 'cmto',
      office: 'UFPIAN',
      folder: '2026/12',
    });
    assert.deepEqual(
      [office.headers[0]!['webhook-id'], office.headers[0]!['idempotency-key'], office.forged],
      [`register_${task.key}`, `register_${task.key}`, 0],
    );
  });

  it('brings a copy to read, signed with the rest', async (test) => {
    const office = await OfficialRegister.open(test);
    const room = await ProtocolRoom.open(test);
    const pdf = new PdfThread();
    test.after(() => pdf.close());
    await room.useWebhook(office);
    await room.enqueue();
    await room.worker({ copyFor: copyAsPdf(room.database.db, pdf) }).work();
    const copy = office.posted[0]!['readingCopy'] as { name: string; type: string; content: string };
    assert.deepEqual([copy.name, copy.type], ['documento-2026-0000123.pdf', 'application/pdf']);
    assert.match((await readPdf(Buffer.from(copy.content, 'base64'))).text, /CMTO-RI-2026\/0000123/);
    assert.deepEqual([office.forged, office.given], [0, 1]);
  });

  it('is not believed by a register that has another department’s key', async (test) => {
    const office = await OfficialRegister.open(test);
    const room = await ProtocolRoom.open(test);
    await room.useWebhook(office);
    office.knows(Buffer.alloc(32));
    const task = await room.enqueue();
    await room.worker().work();
    assert.deepEqual([office.forged, office.given, (await room.row(task.key)).problem], [1, 0, 'http-401']);
  });
});

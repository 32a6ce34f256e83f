import assert from 'node:assert/strict';
import { glob } from 'node:fs/promises';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { aRequest, aService } from '@cmto/testing/builders';
import { fileOf, putPart } from '../support/files.ts';
import { codeOf, offer, request } from '../support/requests.ts';
import { asFetch, aServer, type TestServer } from '../support/test-server.ts';

const page = '<html><script>alert(document.domain)</script></html>';
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A ZIP with one entry that says it is of so many bytes, whatever is in it. */
function aZip(name: string, declared: number, packed: Buffer = deflateRawSync(Buffer.alloc(0))): Buffer {
  const [local, listed, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  listed.write('PK\x01\x02', 'latin1');
  listed.writeUInt16LE(8, 10);
  listed.writeUInt32LE(packed.length, 20);
  listed.writeUInt32LE(declared, 24);
  listed.writeUInt16LE(name.length, 28);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, latin(name), packed, listed, latin(name), end]);
}

/** Packed zeros of 4 GiB less one byte, the most that a ZIP can say: 4 MB. A part that ends in a full flush may be repeated. */
function aBomb(): Buffer {
  const part = deflateRawSync(Buffer.alloc(2 ** 26), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 63 }, () => part), deflateRawSync(Buffer.alloc(2 ** 26 - 1))]);
}

/** The head of a picture of as many points as its format can say. */
const hugePng = Buffer.concat([
  latin('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0\0\0\0\0'),
  deflateRawSync(Buffer.alloc(1_000_000)),
]);

async function anOffice(test: Parameters<typeof aServer>[0]): Promise<TestServer> {
  const server = await aServer(test);
  await offer(server, aService());
  return server;
}

/** Sends a file and a request that names it so; gives the answers to both, and the code of the receipt if there is one. */
async function sendAs(server: TestServer, bytes: Buffer, name: string, type: string) {
  const file = fileOf(bytes);
  const put = await putPart(server, file, { type });
  const attachments = [{ field: 'allegati', sha256: file.sha256, name, type, size: bytes.length }];
  const answer = await request(server, aRequest({ allegati: [file.sha256] }, { attachments }), { key: file.key });
  const { receiptCode, code } = (await answer.json()) as { receiptCode?: string; code?: string };
  return { file, put: put.status, code, receiptCode };
}

const download = (server: TestServer, code: string, sha256: string): Promise<Response> =>
  asFetch(server.app)(`/r/${code}/files/${sha256}`);

describe('a file', () => {
  it('that is two things at once, one of them a page or a program, is not taken', async (test) => {
    const server = await anOffice(test);
    const twofold: [string, string, Buffer][] = [
      ['a page that goes on as PDF', 'application/pdf', latin(`${page}\n%PDF-1.7\n`)],
      ['a page behind a comment', 'application/pdf', latin(`<!-- -->${page}%PDF-1.7`)],
      ['a page behind blanks and zeros', 'text/plain', latin(`\n \t\0\0 ${page}`)],
      ['a page in UTF-16', 'text/plain', Buffer.from(`\ufeff${page}`, 'utf16le')],
      ['a drawing that goes on as PDF', 'application/pdf', latin(`<svg onload=alert(1)>%PDF-1.7</svg>`)],
      ['a page that goes on as ZIP', 'application/zip', Buffer.concat([latin(page), aZip('a.txt', 1)])],
      ['a program that goes on as ZIP', 'application/zip', Buffer.concat([latin('MZ\x90\0\x03\0'), aZip('a', 1)])],
      ['a program that goes on as PDF', 'application/pdf', latin('MZ\x90\0\x03\0%PDF-1.7')],
      ['a script that goes on as PDF', 'application/pdf', latin('#!/bin/sh\n#%PDF-1.7')],
      ['a Java archive as a letter', docx, aZip('META-INF/MANIFEST.MF', 1)],
      ['a letter with macros', docx, Buffer.concat([aZip('word/document.xml', 1), aZip('word/vbaProject.bin', 1)])],
    ];
    for (const [what, type, bytes] of twofold) {
      const answer = await putPart(server, fileOf(bytes), { type });
      assert.equal(answer.status, 415, what);
      assert.equal(await codeOf(answer), 'request.unsupported-type', what);
    }
  });

  it('that a picture’s head makes both is saved, and shown by no browser as a page', async (test) => {
    const server = await anOffice(test);
    for (const [name, type, bytes] of [
      ['foto.gif', 'image/gif', latin(`GIF89a/*${page}*/=1`)],
      ['foto.jpg', 'image/jpeg', latin(`\xff\xd8\xff\xe0${page}`)],
      ['atto.pdf', 'application/pdf', latin(`%PDF-1.7\n${page}`)],
      ['senza tipo', 'application/octet-stream', latin(`x${page}`)],
    ] as const) {
      const { file, receiptCode } = await sendAs(server, bytes, name, type);
      const answer = await download(server, receiptCode!, file.sha256);
      assert.equal(answer.headers.get('content-type'), 'application/octet-stream', name);
      assert.match(answer.headers.get('content-disposition')!, /^attachment; filename\*=UTF-8''/, name);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', name);
      assert.equal(answer.headers.get('content-security-policy'), "default-src 'none'; sandbox", name);
      assert.ok(Buffer.from(await answer.arrayBuffer()).equals(bytes), name);
    }
  });

  it('that unpacks to four gigabytes is never unpacked, nor a picture of four milliards of points drawn', async (test) => {
    const server = await anOffice(test);
    const bomb = aZip('word/document.xml', 0xffff_ffff, aBomb());
    assert.ok(bomb.length < 5_000_000, `${bomb.length}`);
    const before = process.memoryUsage.rss();
    for (const [name, type, bytes] of [
      ['lettera.docx', docx, bomb],
      ['archivio.zip', 'application/zip', bomb],
      ['foto.png', 'image/png', hugePng],
    ] as const) {
      const { put, receiptCode, file } = await sendAs(server, bytes, name, type);
      assert.equal(put, 201, name);
      assert.equal((await (await download(server, receiptCode!, file.sha256)).arrayBuffer()).byteLength, bytes.length);
    }
    assert.ok(process.memoryUsage.rss() - before < 500_000_000, 'what is in them is not in memory');
  });

  it('whose list of contents lies is looked at to the end of its bytes and no further', async (test) => {
    const server = await anOffice(test);
    const list = Buffer.alloc(46);
    list.write('PK\x01\x02', 'latin1');
    list.writeUInt16LE(0xffff, 28);
    const lying = Buffer.concat([latin('PK\x03\x04'), Buffer.alloc(100), ...Array.from({ length: 2800 }, () => list)]);
    assert.equal((await putPart(server, fileOf(lying), { type: docx })).status, 415);
  });

  it('is named by its end: one that would be run is refused, whatever stands before or behind', async (test) => {
    const server = await anOffice(test);
    for (const name of [
      'relazione.pdf.exe',
      'relazione.pdf.exe.',
      'relazione.exe. . .',
      'relazione.html ',
      'relazione.js\u00a0',
      'relazione.bat\u200b',
      'relazione.SVG\u0000',
      'relazione.vbs::$DATA',
      'relazione.hta\n',
      'foto\u202egpj.scr',
    ]) {
      const { put, code } = await sendAs(server, latin('solo testo'), name, 'application/octet-stream');
      assert.deepEqual([put, code], [201, 'submission.invalid'], JSON.stringify(name));
    }
    const { receiptCode } = await sendAs(server, latin('%PDF-1.7'), 'relazione.exe.pdf', 'application/pdf');
    assert.ok(receiptCode, 'it is a PDF');
  });

  it('lies where its hash says: no name leads out of the folder, or into a header', async (test) => {
    const server = await anOffice(test);
    const hashes = new Set<string>();
    for (const name of [
      '../../../etc/cron.d/x',
      '..\\..\\windows\\system32\\x',
      '/etc/passwd',
      'C:\\x',
      'a\r\nSet-Cookie: x=1',
      '"; filename=x',
      'CON',
      '.htaccess',
      `${'à'.repeat(255)}`,
      '\ud800',
    ]) {
      const bytes = latin(`file ${hashes.size}`);
      const { file, receiptCode, code } = await sendAs(server, bytes, name, 'application/octet-stream');
      hashes.add(file.sha256);
      // What is no text in any encoding may be refused.
      if (receiptCode === undefined) assert.match(code!, /^(?:request|submission)\.invalid$/, JSON.stringify(name));
      else {
        const answer = await download(server, receiptCode, file.sha256);
        const [, encoded] = /^attachment; filename\*=UTF-8''([\w%.~!-]+)$/.exec(
          answer.headers.get('content-disposition')!,
        )!;
        assert.doesNotMatch(decodeURIComponent(encoded!), /[/\\\r\n\0]/, JSON.stringify(name));
        assert.equal(answer.headers.get('set-cookie'), null);
      }
    }
    for await (const path of glob('attachments/**/*', { cwd: server.dataDir, withFileTypes: true })) {
      if (path.isFile()) assert.ok(hashes.has(basename(path.name)), path.name);
    }
    for (const path of ['..%2f..%2fsecret', '%2e%2e/secret', 'secret', `${'0'.repeat(63)}/`]) {
      const answer = await server.ask(`/attachments/${path}`, { method: 'PUT', body: 'x' });
      assert.ok(answer.status >= 400 && answer.status < 500, path);
    }
  });

  it('may be empty, and is none without a hash that fits', async (test) => {
    const server = await anOffice(test);
    const { receiptCode } = await sendAs(server, Buffer.alloc(0), 'vuoto.txt', 'text/plain');
    assert.ok(receiptCode);
    assert.equal((await putPart(server, fileOf(Buffer.alloc(0)), { type: 'application/pdf' })).status, 415);
  });
});

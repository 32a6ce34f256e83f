import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Problem } from '@cmto/contract';
import { aKey } from '@cmto/testing/builders';
import { scanWith } from '../../src/attachments/scan.ts';
import { aTestFile, fileOf, offsetOf, putPart, storedBytes } from '../support/files.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { aServer, type TestServer } from '../support/test-server.ts';
import { testScanner } from '../support/test-scanner.ts';

const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as Problem).code;

const registered = async (server: TestServer): Promise<number> =>
  (await server.database.db.selectFrom('attachments').select('key').execute()).length;

async function refusesForNow(server: TestServer, answer: Response): Promise<void> {
  assert.equal(answer.status, 503);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal(await codeOf(answer), 'server.unavailable');
  assert.equal(await registered(server), 0, 'nothing is half registered');
}

describe('a disk that is full', () => {
  it(
    'is answered with 503, and the file is taken once there is room',
    { skip: !existsSync('/dev/full') },
    async (test) => {
      const server = await aServer(test);
      const file = aTestFile(5000);
      // The system's own full disk stands in the place of the file.
      const folder = join(server.dataDir, 'attachments', 'arriving', file.key);
      mkdirSync(folder, { recursive: true });
      symlinkSync('/dev/full', join(folder, `${file.sha256}.5000`));
      await refusesForNow(server, await putPart(server, file));
      rmSync(join(folder, `${file.sha256}.5000`));
      assert.equal((await putPart(server, file)).status, 201);
    },
  );

  it('that cannot hold what is to be looked at leaves nothing of it, and asks for the last byte alone', async (test) => {
    const server = await aServer(test);
    const folder = join(server.dataDir, 'attachments', 'sealed');
    mkdirSync(folder, { recursive: true });
    const disk = mountSmallDisk(folder, '64k');
    if (!disk) return test.skip('only root on Linux can make a small disk');
    const file = aTestFile(200_000);
    try {
      await refusesForNow(server, await putPart(server, file));
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      disk.remove();
    }
    const start = (await offsetOf(server, file))!;
    assert.equal(start, file.bytes.length - 1);
    assert.equal((await putPart(server, file, { start })).status, 201);
    assert.ok((await storedBytes(server, file)).equals(file.bytes));
  });

  it('is not filled to the last byte: answers without files must still find room', async (test) => {
    const server = await aServer(test);
    Object.assign(server.app.services.files, { hasRoom: async () => false });
    const file = aTestFile(10);
    await refusesForNow(server, await putPart(server, file));
    assert.equal(await offsetOf(server, file), undefined);
  });
});

describe('a virus scanner', () => {
  const scanned = (test: TestContext, command: string) =>
    aServer(test, { environment: { CMTO_SCAN_COMMAND: command } });

  it('that cannot tell makes the sender come back, which need not send everything again', async (test) => {
    const server = await scanned(test, testScanner);
    const file = fileOf(Buffer.from('scanner-out-of-order'));
    await refusesForNow(server, await putPart(server, file));
    assert.equal(await offsetOf(server, file), file.bytes.length - 1);
    await refusesForNow(server, await putPart(server, file, { start: file.bytes.length - 1 }));
    assert.deepEqual(readdirSync(join(server.dataDir, 'attachments', 'sealed')), []);
  });

  it('that does not exist is no reason to keep a file unseen', async (test) => {
    const server = await scanned(test, '/nessuno/scanner --veloce');
    await refusesForNow(server, await putPart(server, aTestFile(10)));
  });

  it('that says nothing is ended, and could not tell', async () => {
    const scan = scanWith('sh -c "exec sleep 600"', 20);
    await assert.rejects(scan('/dev/null'), { code: 'server.unavailable' });
  });

  it('is not asked about a file that is refused anyway', async (test) => {
    const server = await scanned(test, '/nessuno/scanner');
    const answer = await putPart(server, fileOf(Buffer.from('<script>')));
    assert.equal(await codeOf(answer), 'request.unsupported-type');
  });
});

describe('the files of one submission', () => {
  it('are no more than it may name', async (test) => {
    const server = await aServer(test);
    const key = aKey();
    const rows = Array.from({ length: 199 }, (_, at) => fileOf(Buffer.from(`file ${at}`), key)).map(
      ({ sha256, bytes }) => ({ key, sha256, size: bytes.length, type: 'text/plain', stored_on: 0 }),
    );
    await server.database.db.insertInto('attachments').values(rows).execute();
    assert.equal((await putPart(server, aTestFile(10, key), { end: 5 })).status, 202, 'the 200th begins');
    const answer = await putPart(server, aTestFile(10, key));
    assert.equal(await codeOf(answer), 'attachment.too-large');
    assert.equal((await putPart(server, aTestFile(10))).status, 201, 'another submission has its own');
  });

  it('are no more bytes than one field may hold, counted as they are announced', async (test) => {
    const server = await aServer(test);
    const key = aKey();
    const size = 10_485_760;
    for (let at = 0; at < 20; at += 1) await putPart(server, aTestFile(10, key), { size });
    assert.equal(await codeOf(await putPart(server, aTestFile(10, key), { end: 5 })), 'attachment.too-large');
  });
});

describe('the rate of requests', () => {
  const limited = (test: TestContext) =>
    aServer(test, { environment: { CMTO_RATE_LIMIT: 'on' }, rate: { burst: 5, perSecond: 0 } });

  it('counts a file once, in however many fair parts it comes', async (test) => {
    const server = await limited(test);
    const part = 65_536;
    const file = aTestFile(20 * part);
    for (let start = 0; start < file.bytes.length; start += part) {
      assert.ok((await putPart(server, file, { start, end: start + part })).ok);
    }
    assert.equal((await putPart(server, aTestFile(10))).status, 201);
  });

  it('counts crumbs', async (test) => {
    const server = await limited(test);
    const file = aTestFile(100);
    const statuses: number[] = [];
    for (let start = 0; start < 7; start += 1) {
      statuses.push((await putPart(server, file, { start, end: start + 1 })).status);
    }
    assert.deepEqual(statuses.slice(-3), [202, 429, 429]);
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { PassThrough } from 'node:stream';
import { aField, aKey, aSubmission, aSurvey } from '@cmto/testing/builders';
import type { FastifyBaseLogger } from 'fastify';
import { readCommand } from '../../src/commands/run-command.ts';
import { readConfig } from '../../src/config.ts';
import { Jobs } from '../../src/jobs/jobs.ts';
import { collectingOrphans } from '../../src/jobs/start-jobs.ts';
import { startOfRomeDay } from '../../src/time/rome-day.ts';
import { aTestFile, offsetOf, putPart, type TestFile } from '../support/files.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const day = 86_400_000;
const type = 'application/octet-stream';

async function run(server: TestServer, ...words: string[]): Promise<string> {
  const said: string[] = [];
  await readCommand(words)({
    config: readConfig({ CMTO_DATA_DIR: server.dataDir }),
    database: server.database,
    out: new PassThrough().resume(),
    now: () => server.now,
    say: (line) => said.push(line),
    warn: (line) => said.push(line),
  });
  return said.join('\n');
}

const storedFiles = (server: TestServer) => server.database.db.selectFrom('attachments').selectAll().execute();

const naming = (...files: TestFile[]) =>
  aSubmission(
    { file: files.map(({ sha256 }) => sha256) },
    {
      attachments: files.map(({ sha256, bytes }, at) => ({
        field: 'file',
        sha256,
        name: `../verbale n° ${at + 1}.bin`,
        type,
        size: bytes.length,
      })),
    },
  );

async function aServerWithFiles(test: TestContext): Promise<TestServer> {
  const server = await aServer(test);
  // Files carry the system's time where they carry any.
  server.now = Date.now();
  await server.publish(aSurvey({ fields: [aField('file')] }));
  return server;
}

describe('attachments collect', () => {
  it('deletes after some days what no stored answer names, and nothing else', async (test) => {
    const server = await aServerWithFiles(test);
    const key = aKey();
    const [named, unnamed, alone, partial] = [aTestFile(10, key), aTestFile(20, key), aTestFile(30), aTestFile(40)];
    for (const file of [named, unnamed, alone]) await putPart(server, file);
    await putPart(server, partial, { end: 15 });
    assert.equal((await server.post(naming(named), { key })).status, 201);

    server.now += 7 * day;
    assert.match(await run(server, 'attachments', 'collect'), /0 files .* 0 unfinished/);
    server.now += day;
    assert.match(await run(server, 'attachments', 'collect'), /2 files .* 1 unfinished/);
    assert.equal(await offsetOf(server, named), 10);
    for (const file of [unnamed, alone, partial]) assert.equal(await offsetOf(server, file), undefined);
    assert.match(await run(server, 'attachments', 'collect'), /0 files .* 0 unfinished/);
  });

  it('lets a sender that comes back much later send its files again', async (test) => {
    const server = await aServerWithFiles(test);
    const file = aTestFile(10);
    await putPart(server, file);
    server.now += 30 * day;
    await run(server, 'attachments', 'collect');
    assert.equal((await server.post(naming(file), { key: file.key })).status, 422);
    assert.equal((await putPart(server, file)).status, 201);
    assert.equal((await server.post(naming(file), { key: file.key })).status, 201);
  });

  it('spares a file that an answer has just asked for', async (test) => {
    const server = await aServerWithFiles(test);
    const [here, lacking] = [aTestFile(10), aTestFile(10)];
    await putPart(server, here);
    server.now += 30 * day;
    // One is missing, so the answer will come again: the other is to be there then.
    const other = { ...lacking, key: here.key };
    assert.equal((await server.post(naming(here, other), { key: here.key })).status, 422);
    await run(server, 'attachments', 'collect');
    assert.equal(await offsetOf(server, here), 10);
  });

  it('deletes what a killed process left behind', async (test) => {
    const server = await aServerWithFiles(test);
    const file = aTestFile(10);
    await putPart(server, file);
    await server.database.db.deleteFrom('attachments').execute();
    const copy = join(server.dataDir, 'attachments', 'sealed', 'copia-a-meta');
    writeFileSync(copy, 'x');
    server.now += 8 * day;
    assert.match(await run(server, 'attachments', 'collect'), /0 files .* 2 unfinished/);
    assert.ok(!existsSync(copy));
  });

  it('leaves only the day on what is on its way', async (test) => {
    const server = await aServerWithFiles(test);
    await putPart(server, aTestFile(10), { end: 5 });
    const folder = join(server.dataDir, 'attachments');
    const times = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, String(name))).mtime);
    const clock = new Set(times.map((time) => time.toTimeString().slice(0, 8)));
    assert.deepEqual([...clock].sort(), ['00:00:00', '01:00:00'], 'midnight of the day, or of 1970');
  });
});

describe('a server that runs over night', () => {
  it('collects by itself, after midnight', async (test) => {
    const server = await aServerWithFiles(test);
    const file = aTestFile(10);
    await putPart(server, file);
    const { promise: collected, resolve } = Promise.withResolvers<object>();
    const log = { info: resolve, warn: assert.fail } as unknown as FastifyBaseLogger;
    // Noon, nine days on.
    test.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: startOfRomeDay(server.now) + 9.5 * day });
    const { database, app } = server;
    const job = collectingOrphans({ config: { orphanDays: 7 }, database, services: app.services, log });
    const jobs = new Jobs(log).nightly(45 * 60_000, job);
    test.mock.timers.tick(12 * 3_600_000);
    assert.equal((await storedFiles(server)).length, 1, 'not on the stroke of midnight');
    test.mock.timers.tick(2 * 3_600_000);
    assert.deepEqual(await collected, { files: 1, leftovers: 0 });
    test.mock.timers.reset();
    await jobs.stop();
    assert.equal((await storedFiles(server)).length, 0);
  });
});

describe('attachments export', () => {
  it('gives the office the files of stored answers only, under harmless names', async (test) => {
    const server = await aServerWithFiles(test);
    const out = mkdtempSync(join(tmpdir(), 'cmto-export-'));
    test.after(() => rmSync(out, { recursive: true, force: true }));
    const file = aTestFile(10);
    await putPart(server, file);
    await putPart(server, aTestFile(10));
    assert.match(await run(server, 'attachments', 'export', 'prova', out), /0 files/);
    await server.post(naming(file), { key: file.key });
    assert.match(await run(server, 'attachments', 'export', 'prova', out), /1 files/);
    const [path] = readdirSync(join(out, file.key));
    assert.equal(path, `${file.sha256.slice(0, 8)}-.._verbale n_ 1.bin`);
    assert.ok(readFileSync(join(out, file.key, path)).equals(file.bytes));
    await assert.rejects(run(server, 'attachments', 'export', 'nessuno', out), /no published survey/);
  });
});

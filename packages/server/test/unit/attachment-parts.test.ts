import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { aField, aSubmission, aSurvey } from '@cmto/testing/builders';
import fc from 'fast-check';
import { AttachmentIntake } from '../../src/attachments/attachment-intake.ts';
import { AttachmentRegister } from '../../src/attachments/attachment-register.ts';
import { FolderStore } from '../../src/attachments/folder-store.ts';
import { ProblemError } from '../../src/http/problem-error.ts';
import { aTestFile, bodyOf, offsetOf, putPart, storedBytes, type TestFile } from '../support/files.ts';
import { aSurveyPlace, start, type Process } from '../support/server-process.ts';
import { aServer, type TestServer } from '../support/test-server.ts';

const type = 'application/octet-stream';

/** One attempt to send: from where, how far it was meant to go and how far it came, as shares of the file. */
const attempt = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  piece: fc.integer({ min: 1, max: 3000 }),
});

type Attempt = ReturnType<typeof attempt.generate>['value'];

/** Refusals and broken connections are what the property is about; anything else is a mistake of ours. */
async function trySending(intake: AttachmentIntake, file: TestFile, { from, to, cut, piece }: Attempt): Promise<void> {
  const size = file.bytes.length;
  const [start, end] = [Math.floor(Math.min(from, to) * size), Math.ceil(Math.max(from, to) * size)];
  if (end <= start) return;
  const part = file.bytes.subarray(start, end);
  const body = bodyOf(part, { piece, ...(cut === undefined ? {} : { cut: Math.floor(cut * part.length) }) });
  try {
    await intake.take(file, { start, end, size }, type, body);
  } catch (error) {
    const known = error instanceof ProblemError && ['attachment.offset', 'idempotency.in-flight'].includes(error.code);
    assert.ok(known || (error as NodeJS.ErrnoException).code === 'ECONNRESET', String(error));
  }
}

/** As that of a second process: nothing is shared but the folder and the database. */
function anotherIntake(server: TestServer): AttachmentIntake {
  const now = (): number => server.now;
  const store = new FolderStore(join(server.dataDir, 'attachments'), now);
  const register = new AttachmentRegister(server.database.db, store, now);
  return new AttachmentIntake({ store, register, inFlightLimit: 5000 });
}

/** As a sender does that asks where to go on. */
async function finishSending(server: TestServer, file: TestFile): Promise<void> {
  const start = (await offsetOf(server, file)) ?? 0;
  if (start < file.bytes.length) assert.ok((await putPart(server, file, { start })).status <= 201);
}

/** A request on a connection of its own, its head and the first bytes of its body sent. */
async function beginPut(url: string, { key, sha256, bytes }: TestFile, sent: number): Promise<ClientRequest> {
  const headers = {
    'Idempotency-Key': key,
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
  };
  const sending = request(`${url}/api/v1/attachments/${sha256}`, { method: 'PUT', headers });
  sending.on('error', () => undefined);
  await new Promise<void>((resolve) => sending.write(bytes.subarray(0, sent), () => resolve()));
  return sending;
}

async function listen(server: TestServer): Promise<string> {
  await server.app.fastify.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(server.app.fastify.server.address() as AddressInfo).port}`;
}

async function untilOffset(server: TestServer, file: TestFile, wanted: number): Promise<void> {
  while ((await offsetOf(server, file)) !== wanted) await new Promise(setImmediate);
}

describe('a file sent in parts', () => {
  it('ends in the same bytes, in whatever parts and however often the connection broke', async (test) => {
    const server = await aServer(test);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(attempt, { maxLength: 8 }),
        async (size, attempts) => {
          const file = aTestFile(size);
          for (const each of attempts) await trySending(server.app.services.attachments, file, each);
          await finishSending(server, file);
          assert.ok((await storedBytes(server, file)).equals(file.bytes));
          assert.equal(await offsetOf(server, file), size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends in the same bytes when several tabs send at the same time to two services on one folder', async (test) => {
    const server = await aServer(test);
    const intakes = [server.app.services.attachments, anotherIntake(server)];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(attempt, { maxLength: 8 }),
        async (size, attempts) => {
          const file = aTestFile(size);
          await Promise.all(attempts.map((each, at) => trySending(intakes[at % 2]!, file, each)));
          await finishSending(server, file);
          assert.ok((await storedBytes(server, file)).equals(file.bytes));
          const rows = await server.database.db
            .selectFrom('attachments')
            .selectAll()
            .where('key', '=', file.key)
            .execute();
          assert.equal(rows.length, 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps what had come when the connection is cut', async (test) => {
    const server = await aServer(test);
    const url = await listen(server);
    const file = aTestFile(200_000);
    const sending = await beginPut(url, file, 120_000);
    await untilOffset(server, file, 120_000);
    sending.destroy();
    assert.equal((await putPart(server, file, { start: 120_000 })).status, 201);
    assert.ok((await storedBytes(server, file)).equals(file.bytes));
  });

  it('goes on where it was after the server was killed', async (test) => {
    const place = await aSurveyPlace(test);
    const file = aTestFile(200_000);
    const url = `/attachments/${file.sha256}`;
    const headers = { 'Idempotency-Key': file.key };
    const first = await start(test, place);
    await beginPut(new URL(first.base).origin, file, 120_000);
    const offset = async ({ base }: Process): Promise<number> =>
      Number((await fetch(base + url, { method: 'HEAD', headers })).headers.get('upload-offset'));
    while ((await offset(first)) < 120_000);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await start(test, place);
    assert.equal(await offset(second), 120_000);
    const answer = await fetch(second.base + url, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': type, 'Content-Range': 'bytes 120000-199999/200000' },
      body: Uint8Array.from(file.bytes.subarray(120_000)),
    });
    assert.equal(answer.status, 201);
    const { key, sha256 } = file;
    const stored = await readFile(join(place.dataDir, 'attachments', key.slice(0, 2), key, sha256));
    assert.ok(stored.equals(file.bytes));
  });

  it('cannot be changed by a sender that is still connected when it is whole', async (test) => {
    const server = await aServer(test);
    const url = await listen(server);
    const file = aTestFile(50_000);
    const late = await beginPut(url, file, 10);
    await untilOffset(server, file, 10);
    assert.equal((await putPart(server, file, { start: 10 })).status, 201);
    const answered = new Promise((resolve) => late.on('response', resolve).on('error', resolve));
    late.end(Buffer.alloc(49_990, 'falso '));
    await answered;
    assert.ok((await storedBytes(server, file)).equals(file.bytes));
  });

  it('is asked for again when its bytes are gone, as after a restored backup', async (test) => {
    const server = await aServer(test);
    await server.publish(aSurvey({ fields: [aField('file')] }));
    const file = aTestFile(1000);
    const attachment = { field: 'file', sha256: file.sha256, name: 'dati.bin', type, size: 1000 };
    const answer = aSubmission({ file: [file.sha256] }, { attachments: [attachment] });
    assert.equal((await putPart(server, file)).status, 201);
    await server.app.services.files.remove(file);
    assert.equal(await offsetOf(server, file), undefined);
    assert.equal((await server.post(answer, { key: file.key })).status, 422);
    assert.ok((await putPart(server, file)).ok);
    assert.equal((await server.post(answer, { key: file.key })).status, 201);
  });
});

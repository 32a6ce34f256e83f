import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attachment } from '@cmto/contract';
import { createApiClient } from '../../src/api/api-client.ts';
import { FileUpload } from '../../src/api/file-upload.ts';
import { chunkSize } from '../../src/storage/file-store.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { FakePlatform, jsonAnswer } from './fake-platform.ts';

const sha256 = 'a'.repeat(64);
const size = 2 * chunkSize + 100;
const attachment: Attachment = { field: 'allegati', sha256, name: 'a.pdf', type: 'application/pdf', size };
const bytes = Uint8Array.from({ length: size }, (_, at) => at % 251);

/** A server that keeps what comes, and answers as the contract says. */
class FileServer {
  received = new Uint8Array(0);
  stored = false;
  /** Cuts the connection after so many bytes of the next part. */
  cutAfter: number | undefined;

  answer(init: RequestInit): Response {
    if (init.method === 'HEAD') {
      const offset = this.stored ? size : Math.min(this.received.length, size - 1);
      return this.received.length > 0
        ? new Response(null, { headers: { 'Upload-Offset': String(offset) } })
        : new Response(null, { status: 404 });
    }
    const [, start, end] = /bytes (\d+)-(\d+)/.exec((init.headers as Record<string, string>)['Content-Range']!)!;
    assert.equal(Number(start), this.received.length, 'no byte twice, none left out');
    const body = new Uint8Array(init.body as ArrayBuffer);
    assert.equal(body.length, Number(end) + 1 - Number(start));
    this.received = Uint8Array.from([...this.received, ...body.subarray(0, this.cutAfter)]);
    if (this.cutAfter !== undefined) {
      this.cutAfter = undefined;
      throw new TypeError('cut');
    }
    this.stored = this.received.length === size;
    const offset = this.received.length;
    return jsonAnswer(this.stored ? 201 : 202, { sha256, size, ...(this.stored ? {} : { offset }) });
  }
}

const anUpload = async (isNew: boolean) => {
  const platform = new FakePlatform();
  const server = new FileServer();
  platform.network = async (_, init) => server.answer(init);
  const store = createMemoryStore();
  await store.putFile('id', sha256, bytes.slice().buffer);
  const api = createApiClient('https://api.example.it/v1', platform);
  const upload = new FileUpload(api, 'id', attachment, (start) => store.readPart('id', sha256, start), isNew);
  const methods = (): (string | undefined)[] => platform.requests.map(({ init }) => init.method);
  return { platform, server, upload, methods };
};

describe('FileUpload', () => {
  it('sends a new file part by part and knows what was acknowledged', async () => {
    const { upload, server, methods } = await anUpload(true);
    assert.equal(await upload.step(), false);
    assert.equal(upload.offset, chunkSize);
    assert.equal(await upload.step(), false);
    assert.equal(await upload.step(), true);
    assert.deepEqual(methods(), ['PUT', 'PUT', 'PUT']);
    assert.deepEqual(server.received, bytes);
  });

  it('asks how much has arrived after a cut, and goes on from there', async () => {
    const { upload, server, methods } = await anUpload(true);
    await upload.step();
    server.cutAfter = 1234;
    await assert.rejects(upload.step(), { code: 'network.unreachable' });
    assert.equal(await upload.step(), false);
    assert.equal(upload.offset, chunkSize + 1234);
    while (!(await upload.step()));
    assert.deepEqual(methods().slice(0, 4), ['PUT', 'PUT', 'HEAD', 'PUT']);
    assert.deepEqual(server.received, bytes);
  });

  it('asks first when it may have been begun before, also when nothing has come', async () => {
    const { upload, server, methods } = await anUpload(false);
    while (!(await upload.step()));
    assert.equal(methods()[0], 'HEAD');
    assert.ok(server.stored);
  });

  it('sends nothing of a file that the server has', async () => {
    const { upload, server, methods } = await anUpload(false);
    server.received = bytes.slice();
    server.stored = true;
    assert.equal(await upload.step(), true);
    assert.deepEqual(methods(), ['HEAD']);
  });

  it('sends the last byte again of a file that was not looked at yet', async () => {
    const { upload, server } = await anUpload(false);
    server.received = bytes.slice(0, -1);
    while (!(await upload.step()));
    assert.ok(server.stored);
  });

  it('believes no answer that is not about this file, nor one that stands still', async () => {
    const { platform, upload } = await anUpload(true);
    const answers = [
      {},
      { ok: true },
      { sha256: 'b'.repeat(64), size },
      { sha256, size, offset: 0 },
      { sha256, size, offset: -1 },
    ];
    for (const answer of answers) {
      platform.network = async (_, { method }) =>
        method === 'HEAD' ? new Response(null, { status: 404 }) : jsonAnswer(200, answer);
      const steps = async (): Promise<void> => {
        while (!(await upload.step()));
      };
      await assert.rejects(steps(), { code: 'network.unexpected' }, JSON.stringify(answer));
    }
  });

  it('says so when the device no longer holds the file', async () => {
    const { platform } = await anUpload(true);
    const api = createApiClient('https://api.example.it/v1', platform);
    const upload = new FileUpload(api, 'id', attachment, async () => undefined, true);
    await assert.rejects(upload.step(), { code: 'file.unreadable' });
  });

  it('takes an empty file over as well', async () => {
    const platform = new FakePlatform();
    platform.network = async (_, { method, headers }) => {
      assert.ok(!Object.hasOwn(headers as object, 'Content-Range'));
      return method === 'HEAD' ? new Response(null, { status: 404 }) : jsonAnswer(201, { sha256, size: 0 });
    };
    const api = createApiClient('https://api.example.it/v1', platform);
    const upload = new FileUpload(api, 'id', { ...attachment, size: 0 }, async () => new ArrayBuffer(0));
    assert.equal(await upload.step(), false);
    assert.equal(await upload.step(), true);
  });
});

import { createHash, randomFillSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { aKey } from '@cmto/testing/builders';
import type { FileId } from '../../src/attachments/attachment-store.ts';
import type { TestServer } from './test-server.ts';

/** A file to send: random bytes that nothing takes for a program or a page. */
export interface TestFile extends FileId {
  readonly bytes: Buffer;
}

export function aTestFile(length: number, key = aKey()): TestFile {
  return fileOf(randomFillSync(Buffer.alloc(length)).fill('dati', 0, Math.min(4, length)), key);
}

export const fileOf = (bytes: Buffer, key = aKey()): TestFile => ({
  key,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes,
});

/** A body that comes in pieces and, after `cut` bytes, breaks off as a connection does. */
export const bodyOf = (bytes: Buffer, { cut = Infinity, piece = 1000 } = {}): Readable =>
  Readable.from(
    (async function* () {
      for (let at = 0; at < Math.min(cut, bytes.length); at += piece) {
        await new Promise(setImmediate);
        yield bytes.subarray(at, Math.min(at + piece, cut));
      }
      if (cut < bytes.length) throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    })(),
  );

/** Sends bytes of a file from `start` on; without `end`, all that are left. */
export const putPart = (
  server: TestServer,
  { key, sha256, bytes }: TestFile,
  { start = 0, end = bytes.length, size = bytes.length, type = 'application/octet-stream' } = {},
): Promise<Response> =>
  server.ask(`/attachments/${sha256}`, {
    method: 'PUT',
    headers: {
      'Idempotency-Key': key,
      'Content-Type': type,
      ...(end > start ? { 'Content-Range': `bytes ${start}-${end - 1}/${size}` } : {}),
    },
    body: Uint8Array.from(bytes.subarray(start, end)).buffer,
  });

export async function offsetOf(server: TestServer, { key, sha256 }: FileId): Promise<number | undefined> {
  const answer = await server.ask(`/attachments/${sha256}`, { method: 'HEAD', headers: { 'Idempotency-Key': key } });
  return answer.status === 404 ? undefined : Number(answer.headers.get('upload-offset'));
}

/** What the store holds of a whole file. */
export const storedBytes = (server: TestServer, id: FileId): Promise<Buffer> =>
  buffer(server.app.services.files.read(id));

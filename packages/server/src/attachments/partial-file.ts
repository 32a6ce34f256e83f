import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/**
 * Writes a body into a file from `start` on, passing over what is there, and resolves with how long the file is then,
 * once it is on the disk. What came before the body broke is on the disk, too.
 *
 * Every byte is written at its own place and the file never becomes shorter: two senders of one file, in one process or
 * in two, write the same bytes to the same places, so that neither a lock nor its loss has to be thought of.
 */
export async function writePart(path: string, start: number, size: number, body: Readable): Promise<number> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const { size: there } = await file.stat();
    if (start <= there) await writeFrom(file, start, there, size, body).catch((error) => keepWhatCame(file, error));
    await file.datasync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Why the body broke off is what counts; if the disk is the reason, it may refuse this, too. */
async function keepWhatCame(file: FileHandle, reason: unknown): Promise<never> {
  await file.datasync().catch(() => undefined);
  throw reason;
}

async function writeFrom(file: FileHandle, start: number, there: number, size: number, body: Readable): Promise<void> {
  let at = start;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const fresh = chunk.subarray(Math.max(0, there - at), Math.max(0, size - at));
    if (fresh.length > 0) await writeAll(file, fresh, Math.max(at, there));
    at += chunk.length;
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

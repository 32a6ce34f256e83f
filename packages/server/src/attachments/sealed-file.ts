import { createHash } from 'node:crypto';
import { copyFile, open, type FileHandle } from 'node:fs/promises';
import { headLength, tailLength, type FileEnds } from '@cmto/contract/rules/files/file-content';

/** Copies a file and tells what the copy is. The copy is durable; nobody else has it open. */
export async function copyAndHash(from: string, to: string): Promise<{ sha256: string; ends: FileEnds }> {
  await copyFile(from, to);
  const file = await open(to, 'r+');
  try {
    await file.chmod(0o600);
    await file.sync();
    const hash = createHash('sha256');
    for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) hash.update(chunk as Buffer);
    return { sha256: hash.digest('hex'), ends: await readEnds(file) };
  } finally {
    await file.close();
  }
}

/** First and last bytes of an open file. */
export async function readEnds(file: FileHandle): Promise<FileEnds> {
  const { size } = await file.stat();
  const read = async (position: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  };
  const tail = Math.min(size, tailLength);
  return { head: await read(0, Math.min(size, headLength)), tail: await read(size - tail, tail) };
}

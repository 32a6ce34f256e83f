import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CommandError } from './command.ts';

/** Whole or not at all, and for the owner's eyes only: an export holds what people have sent. */
export async function toFile(path: string, write: (out: Writable) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    const out = createWriteStream(draft, { mode: 0o600 });
    const written = finished(out);
    await Promise.all([write(out).then(() => out.end()), written]);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CommandError(
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`,
    );
  }
}

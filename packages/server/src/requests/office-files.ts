import type { Readable } from 'node:stream';
import type { MessageAttachment } from '@cmto/contract';
import { isNamedAsTyped, mediaTypeOf } from '@cmto/contract/rules/files/file-kinds';
import { limits } from '@cmto/contract/rules/limits';
import type { Kysely } from 'kysely';
import type { AttachmentIntake } from '../attachments/attachment-intake.ts';
import type { AttachmentStore } from '../attachments/attachment-store.ts';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { eraseFiles } from '../intake/erasure.ts';
import { RequestError } from './request-error.ts';

/** A file that the office sends with what it writes. */
export interface OfficeFile {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  open(): Readable;
}

/** What the office writes with it: the message's key, under which its files lie. */
export interface Enclosed {
  readonly id: string;
  readonly attachments: readonly MessageAttachment[];
}

export interface OfficeFilesOptions {
  readonly db: Kysely<Schema>;
  readonly store: AttachmentStore;
  readonly intake: AttachmentIntake;
}

/** As many as an applicant may send with one message. */
export const enclosedLimit = 20;

/**
 * Keeps files under the key of a message that is about to be written, under the rules that hold for applicants', and
 * gives them to `write`. When that throws, or one of them is not taken, none is kept. Throws a `RequestError`.
 */
export async function withFiles<Result>(
  { db, store, intake }: OfficeFilesOptions,
  id: string,
  files: readonly OfficeFile[],
  write: (enclosed: Enclosed) => Promise<Result>,
): Promise<Result> {
  if (files.length > enclosedLimit) throw new RequestError(`A message has at most ${enclosedLimit} files`);
  try {
    const attachments = [];
    for (const file of files) attachments.push(await keep(intake, id, file));
    return await write({ id, attachments });
  } catch (error) {
    await eraseFiles(db, store, id);
    throw error;
  }
}

async function keep(intake: AttachmentIntake, key: string, file: OfficeFile): Promise<MessageAttachment> {
  const { name, size, sha256 } = file;
  const type = mediaTypeOf(name, '');
  if (name.length > 255) throw new RequestError(`${name}: a name has at most 255 characters`);
  if (!isNamedAsTyped(name, type)) throw new RequestError(`${name}: files of this kind are not taken`);
  if (size > limits.fileBytes) throw new RequestError(`${name} is larger than ${limits.fileBytes} bytes`);
  try {
    await intake.take({ key, sha256 }, { start: 0, end: size, size }, type, file.open());
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new RequestError(`${name}: ${error.toProblem().detail ?? error.message}`, { cause: error });
  }
  return { sha256, name, type, size };
}

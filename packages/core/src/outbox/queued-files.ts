import type { Attachment, ProblemError } from '@cmto/contract';
import type { ApiClient } from '../api/api-client.ts';
import { FileUpload } from '../api/file-upload.ts';
import { KitError, toKitError } from '../kit-error.ts';
import type { Entry } from '../storage/entry.ts';
import type { FileStore } from '../storage/file-store.ts';
import { isRetried } from './delivery-rules.ts';

/** Sends the files of queued entries, a request at a time. */
export class QueuedFiles {
  readonly #store: FileStore;
  /** Files on their way, by entry and hash: where to go on is known without asking. */
  readonly #uploads = new Map<string, FileUpload>();
  /** Files that have arrived damaged once. */
  readonly #damaged = new Set<string>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  /**
   * Sends one part of a file, or asks how much of it has arrived; answers how many bytes have, undefined when all of it
   * has. `at`: its place among the submission's. Rejects with a `KitError` that names a file that is refused.
   */
  async sendPart(api: ApiClient, id: string, attachment: Attachment, at: number): Promise<number | undefined> {
    const { sha256 } = attachment;
    const name = `${id}/${sha256}`;
    const read = (start: number): Promise<ArrayBuffer | undefined> => this.#store.readPart(id, sha256, start);
    const upload = this.#uploads.get(name) ?? new FileUpload(api, id, attachment, read);
    this.#uploads.set(name, upload);
    try {
      if (!(await upload.step())) return upload.offset;
    } catch (error) {
      const { code } = toKitError(error);
      if (code === 'attachment.mismatch' && !this.#damaged.has(name)) {
        // Spoilt on the way, or by another sender: the server has forgotten it and takes it from the beginning.
        this.#damaged.add(name);
        this.#uploads.set(name, new FileUpload(api, id, attachment, read, true));
        return 0;
      }
      // Without the bytes the server's own answer decides: it may have them from before.
      if (code !== 'file.unreadable') throw pointingAt(toKitError(error), at);
    }
    this.#uploads.delete(name);
    return undefined;
  }
}

/** A refusal of one file, with where that file is: the person is to see which one it is about, and why. */
const pointingAt = (error: KitError, at: number): KitError => {
  const { code, message, problem } = error;
  if (!problem || isRetried(code)) return error;
  const errors = [{ pointer: `/attachments/${at}`, code: `problem.${code}`, message: problem.title }];
  return new KitError(code, message, { cause: error, problem: { ...problem, errors } });
};

/** What the server still has of an entry's files, by the pointers of its refusal; nothing where those say nothing. */
export const uploadedBut = (
  { uploaded, submission }: Entry,
  errors: readonly ProblemError[] = [],
): readonly string[] => {
  const lacking = errors.flatMap(
    ({ pointer }) => submission?.attachments?.[Number(/^\/attachments\/(\d+)/.exec(pointer)?.[1])]?.sha256 ?? [],
  );
  return lacking.length > 0 ? uploaded.filter((sha256) => !lacking.includes(sha256)) : [];
};

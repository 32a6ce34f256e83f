import type { Readable } from 'node:stream';
import { limits } from '@cmto/contract/rules/limits';
import { isWhatItSays } from '@cmto/contract/rules/files/file-content';
import { ProblemError } from '../http/problem-error.ts';
import { unavailable } from '../http/to-problem.ts';
import { InFlight } from '../intake/in-flight.ts';
import type { AttachmentRegister } from './attachment-register.ts';
import type { AttachmentStore, FileId, Sealed } from './attachment-store.ts';
import type { PartRange } from './content-range.ts';
import type { Scan } from './scan.ts';

/** Where a file stands after a part of it was taken in. */
export type Taken =
  { readonly kind: 'known' | 'stored'; readonly size: number } | { readonly kind: 'part'; readonly offset: number };

export interface AttachmentIntakeOptions {
  readonly store: AttachmentStore;
  readonly register: AttachmentRegister;
  readonly scan?: Scan | undefined;
  /** How long a request waits while another one checks the same file, in milliseconds. */
  readonly inFlightLimit: number;
}

/** Takes files in, part by part. A file is registered only once all of it is there and found to be in order. */
export class AttachmentIntake {
  readonly #store: AttachmentStore;
  readonly #register: AttachmentRegister;
  readonly #scan: Scan | undefined;
  readonly #checking: InFlight;

  constructor({ store, register, scan, inFlightLimit }: AttachmentIntakeOptions) {
    this.#store = store;
    this.#register = register;
    this.#scan = scan;
    this.#checking = new InFlight(inFlightLimit);
  }

  /** From which byte on the file is to be sent: its size once it is stored; undefined if nothing has come. */
  async offset(id: FileId): Promise<number | undefined> {
    const known = await this.#register.find(id);
    if (known) return known.size;
    const arriving = await this.#arriving(id);
    // The last byte is asked for once more of a file that was not looked at yet: whoever sends it hears what it is.
    return arriving && Math.min(arriving.offset, Math.max(0, arriving.size - 1));
  }

  /** Takes in one part, durably. Throws the problem there is with it, or with the file that it completes. */
  async take(id: FileId, range: PartRange, type: string, body: Readable): Promise<Taken> {
    const known = await this.#register.find(id);
    if (known) {
      // Read to its end, or the sender would see a cut connection in place of the answer.
      await drain(body);
      return { kind: 'known', size: known.size };
    }
    await this.#admit(id, range);
    const offset = await this.#store.append(id, range, body);
    if (offset < range.start) throw beyond(offset);
    if (offset < range.size) return { kind: 'part', offset };
    const isNew = await this.#checking.alone(`${id.key} ${id.sha256}`, () => this.#finish(id, range.size, type));
    return { kind: isNew ? 'stored' : 'known', size: range.size };
  }

  async #admit(id: FileId, { start, size }: PartRange): Promise<void> {
    const arriving = await this.#store.arriving(id.key);
    const same = arriving.find(({ sha256 }) => sha256 === id.sha256);
    if (start > (same?.offset ?? 0)) throw beyond(same?.offset ?? 0);
    if (same?.size === size) return;
    if (same) {
      throw new ProblemError('request.invalid', {
        detail: `The file was announced with ${same.size} bytes`,
        headers: { 'Upload-Offset': String(same.offset) },
      });
    }
    const { files, bytes } = await this.#register.total(id.key);
    const announced = arriving.reduce((sum, each) => sum + each.size, bytes + size);
    if (files + arriving.length >= limits.submissionFiles || announced > limits.submissionBytes) {
      throw new ProblemError('attachment.too-large', {
        detail: `A submission has at most ${limits.submissionFiles} files of ${limits.submissionBytes} bytes in all`,
      });
    }
    if (!(await this.#store.hasRoom(size))) throw unavailable('There is no room for more files', 300);
  }

  async #finish(id: FileId, size: number, type: string): Promise<boolean> {
    const sealed = await this.#store.seal(id);
    if (!sealed) {
      // Another process has seen to it meanwhile, and found it in order or not.
      if (await this.#register.find(id)) return false;
      throw beyond(0);
    }
    try {
      await this.#check(sealed, id, type);
      await sealed.keep();
    } finally {
      await sealed.discard();
    }
    // After the file, so that what is registered is there.
    const isNew = await this.#register.add(id, size, type);
    await this.#store.forget(id);
    return isNew;
  }

  async #check({ sha256, ends, path }: Sealed, id: FileId, type: string): Promise<void> {
    try {
      if (sha256 !== id.sha256) throw new ProblemError('attachment.mismatch');
      if (!isWhatItSays(type, ends)) {
        throw new ProblemError('request.unsupported-type', { detail: 'The file is not of the type it says' });
      }
      await this.#scan?.(path);
    } catch (error) {
      // Whoever sends it again begins anew, unless it was the scanner that could not tell.
      if (error instanceof ProblemError && error.status < 500) await this.#store.forget(id);
      throw error;
    }
  }

  async #arriving({ key, sha256 }: FileId) {
    return (await this.#store.arriving(key)).find((each) => each.sha256 === sha256);
  }
}

const beyond = (offset: number): ProblemError =>
  new ProblemError('attachment.offset', { headers: { 'Upload-Offset': String(offset) } });

async function drain(body: Readable): Promise<void> {
  for await (const _ of body);
}

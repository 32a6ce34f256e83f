import type { Attachment } from '@cmto/contract';
import { isRecord } from '@cmto/contract/rules/own';
import { KitError, toKitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/** The bytes from `start` on, as many as are sent at once; undefined if the device has lost them. */
export type ReadPart = (start: number) => Promise<ArrayBuffer | undefined>;

/** Milliseconds for one part: half a megabyte over the slowest mobile network. */
const partTimeout = 120_000;

/** One file on its way to the server, a request at a time, so that whoever sends it can stop in between. */
export class FileUpload {
  readonly #api: ApiClient;
  readonly #id: string;
  readonly #attachment: Attachment;
  readonly #read: ReadPart;
  #offset: number | undefined;

  /** `isNew`: nothing of the file can have arrived yet. Else the server is asked first how much it has. */
  constructor(api: ApiClient, id: string, attachment: Attachment, read: ReadPart, isNew = false) {
    this.#api = api;
    this.#id = id;
    this.#attachment = attachment;
    this.#read = read;
    if (isNew) this.#offset = 0;
  }

  /** Bytes that the server has acknowledged. */
  get offset(): number {
    return this.#offset ?? 0;
  }

  /**
   * Makes one request; resolves whether the server now has all of the file, looked at and stored. Rejects with a
   * `KitError`; the next step then begins by asking how much has arrived all the same.
   */
  async step(signal?: AbortSignal): Promise<boolean> {
    const from = this.#offset;
    this.#offset = undefined;
    this.#offset = from === undefined ? await this.#ask(signal) : await this.#put(from, signal);
    // Of an empty file the server has all before it has heard of it.
    return this.#offset === this.#attachment.size && (this.#offset > 0 || from !== undefined);
  }

  /** "Nothing" has no body that would say so, and any other answer but the server's own means nothing, either. */
  async #ask(signal?: AbortSignal): Promise<number> {
    try {
      const headers = await this.#api.head(this.#path, { headers: this.#headers, signal });
      const offset = Number(headers.get('upload-offset') ?? 0);
      return offset >= 0 && offset <= this.#attachment.size ? offset : 0;
    } catch (error) {
      const { code } = toKitError(error);
      if (code === 'network.unreachable' || code === 'network.timeout') throw error;
      return 0;
    }
  }

  async #put(start: number, signal?: AbortSignal): Promise<number> {
    const { size, sha256 } = this.#attachment;
    const body = await this.#read(start);
    if (!body) throw new KitError('file.unreadable', 'the device no longer holds the file');
    const end = start + body.byteLength;
    const answer = await this.#api.request(this.#path, {
      method: 'PUT',
      body,
      headers: { ...this.#headers, ...(size > 0 ? { 'Content-Range': `bytes ${start}-${end - 1}/${size}` } : {}) },
      signal,
      timeout: partTimeout,
    });
    if (!isRecord(answer) || answer['sha256'] !== sha256 || answer['size'] !== size) {
      throw new KitError('network.unexpected', 'the answer is not about this file');
    }
    const { offset = size } = answer;
    // Whatever is answered, the next request goes further: a server that stood still would be asked for ever.
    if (typeof offset === 'number' && offset > start && offset <= size) return offset;
    if (size === 0) return 0;
    throw new KitError('network.unexpected', 'the file did not get any further');
  }

  get #path(): string {
    return `/attachments/${this.#attachment.sha256}`;
  }

  get #headers(): Record<string, string> {
    return { 'Idempotency-Key': this.#id, 'Content-Type': this.#attachment.type || 'application/octet-stream' };
  }
}

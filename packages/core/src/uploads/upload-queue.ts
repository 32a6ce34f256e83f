import type { Attachment } from '@cmto/contract';
import type { ApiClient } from '../api/api-client.ts';
import { FileUpload } from '../api/file-upload.ts';
import { type KitError, toKitError } from '../kit-error.ts';
import { isRetried } from '../outbox/delivery-rules.ts';
import { retryDelay } from '../outbox/retry-delay.ts';
import type { Device, Platform } from '../platform/platform.ts';
import type { EntryStore } from '../storage/entry-store.ts';
import type { Upload } from './upload.ts';

export interface UploadQueueOptions {
  /** Id of the draft that the files belong to. */
  readonly id: string;
  readonly api: ApiClient;
  readonly store: EntryStore;
  readonly platform: Platform;
  readonly device: Device;
  /** Whether the draft still is one: the files of an answer on its way are the outbox's to send. */
  isOpen(): boolean;
  onChange(sha256: string, upload: Upload): void;
}

interface Queued {
  readonly attachment: Attachment;
  readonly stop: AbortController;
  upload: FileUpload;
  state: Upload;
  /** It has arrived damaged once. */
  damaged: boolean;
}

/** Sends the files of one draft, one after the other, while the person goes on answering. */
export class UploadQueue {
  readonly #options: UploadQueueOptions;
  readonly #files = new Map<string, Queued>();
  readonly #stopListening: () => void;
  #stopTimer: (() => void) | undefined;
  #attempts = 0;
  /** The server wants to be left alone for a while: only a person may ask it before. */
  #asked = false;
  #running = false;

  constructor(options: UploadQueueOptions) {
    this.#options = options;
    this.#stopListening = options.device.onReachable(() => {
      if (!this.#asked) this.retry();
    });
  }

  state(sha256: string): Upload | undefined {
    return this.#files.get(sha256)?.state;
  }

  /** Queues a file that the store holds; `isNew`: nothing of it can have arrived. One that is queued stays as it is. */
  add(attachment: Attachment, isNew = false): void {
    const { sha256 } = attachment;
    if (this.#files.has(sha256)) return;
    const upload = this.#upload(attachment, isNew);
    const state = { status: 'waiting' } as const;
    this.#files.set(sha256, { attachment, stop: new AbortController(), upload, state, damaged: false });
    void this.#run();
  }

  /** Forgets a file, also in the middle of being sent. */
  drop(sha256: string): void {
    this.#files.get(sha256)?.stop.abort();
    this.#files.delete(sha256);
  }

  /** Tries at once what waits for the network. */
  retry(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#asked = false;
    for (const file of this.#files.values())
      if (file.state.status === 'stalled') this.#tell(file, { status: 'waiting' });
    void this.#run();
  }

  /** Sends no more: the draft is gone, or its answer is on its way. */
  end(): void {
    this.#stopListening();
    this.#stopTimer?.();
    for (const sha256 of this.#files.keys()) this.drop(sha256);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let file = this.#next(); file; file = this.#next()) await this.#send(file);
    this.#running = false;
  }

  #next(): Queued | undefined {
    if (!this.#options.isOpen()) return undefined;
    return [...this.#files.values()].find(({ state }) => state.status === 'waiting');
  }

  async #send(file: Queued): Promise<void> {
    const { signal } = file.stop;
    try {
      let isWhole = false;
      while (!isWhole && !signal.aborted) {
        if (!this.#options.isOpen()) return this.#tell(file, { status: 'waiting' });
        this.#tell(file, { status: 'sending', offset: file.upload.offset });
        isWhole = await file.upload.step(signal);
        this.#attempts = 0;
      }
      this.#tell(file, { status: 'sent' });
    } catch (error) {
      if (!signal.aborted) this.#fail(file, toKitError(error));
    }
  }

  #fail(file: Queued, { code, retryAfter }: KitError): void {
    if (code === 'attachment.mismatch' && !file.damaged) {
      // Spoilt on the way, or by another sender: the server has forgotten it and takes it from the beginning.
      file.damaged = true;
      file.upload = this.#upload(file.attachment, true);
      return this.#tell(file, { status: 'waiting' });
    }
    if (!isRetried(code) || code === 'file.unreadable') return this.#tell(file, { status: 'refused', code });
    this.#attempts += 1;
    // Whatever keeps one file from getting through keeps the others, too.
    const { store, platform, device } = this.#options;
    for (const each of this.#files.values()) {
      if (each === file || each.state.status === 'waiting')
        this.#tell(each, { status: 'stalled', durable: store.durable });
    }
    this.#asked = retryAfter !== undefined;
    const seconds = retryDelay(this.#attempts, device.random(), retryAfter);
    this.#stopTimer = platform.setTimer(() => this.retry(), seconds * 1000);
  }

  #upload(attachment: Attachment, isNew: boolean): FileUpload {
    const { id, api, store } = this.#options;
    return new FileUpload(api, id, attachment, (start) => store.readPart(id, attachment.sha256, start), isNew);
  }

  #tell(file: Queued, state: Upload): void {
    const { sha256 } = file.attachment;
    if (this.#files.get(sha256) !== file) return;
    file.state = state;
    this.#options.onChange(sha256, state);
  }
}

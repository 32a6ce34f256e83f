import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ResponseRow } from '../database/schema.ts';
import type { NotStored } from './response-store.ts';

/** What is asked of the thread. */
export type WriterRequest =
  | { readonly id: number; readonly kind: 'store'; readonly rows: readonly ResponseRow[] }
  | { readonly id: number; readonly kind: 'forget-order'; readonly largest: number }
  | { readonly id: number; readonly kind: 'close' };

/** What the thread answers. Of an error only what decides on the answer crosses over. */
export type WriterAnswer =
  | { readonly id: number; readonly notStored?: Map<string, NotStored> }
  | { readonly id: number; readonly error: { readonly message: string; readonly errcode?: number } };

/** A request before it has its number. */
type Asked = WriterRequest extends infer Request
  ? Request extends WriterRequest
    ? Omit<Request, 'id'>
    : never
  : never;

interface Pending {
  resolve(answer: { readonly notStored?: Map<string, NotStored> }): void;
  reject(error: unknown): void;
}

/**
 * The embedded database's one writer, in a thread of its own: while it waits for the disk, the event loop reads and
 * judges the next answers, and writing the file anew holds up nothing but the next commit.
 */
export class WriterThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;
  #ended = false;

  /** `onFailure` is told when the thread ends without having been asked to: no answer can be stored any more. */
  constructor(file: string, onFailure: (error: unknown) => void) {
    this.#worker = new Worker(new URL('./writer-worker.ts', import.meta.url), {
      workerData: { file },
      // Rows pass through; nothing of them stays.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    this.#worker.on('message', (answer: WriterAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => {
      this.#fail(error);
      onFailure(error);
    });
    this.#worker.on('exit', () => this.#fail(new Error('The writer has ended')));
  }

  async store(rows: readonly ResponseRow[]): Promise<Map<string, NotStored>> {
    const { notStored } = await this.#ask({ kind: 'store', rows });
    return notStored!;
  }

  /** As the database's own, but without holding up anything else. */
  async forgetOrder(largest = Infinity): Promise<void> {
    await this.#ask({ kind: 'forget-order', largest });
  }

  async close(): Promise<void> {
    const ended = once(this.#worker, 'exit');
    await this.#ask({ kind: 'close' });
    await ended;
  }

  #ask(request: Asked) {
    const id = (this.#asked += 1);
    return new Promise<{ readonly notStored?: Map<string, NotStored> }>((resolve, reject) => {
      if (this.#ended) return reject(new Error('The writer has ended'));
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #settle(answer: WriterAnswer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('error' in answer) pending?.reject(Object.assign(new Error(answer.error.message), answer.error));
    else pending?.resolve(answer);
  }

  #fail(error: unknown): void {
    this.#ended = true;
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}

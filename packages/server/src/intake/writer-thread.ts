import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ResponseRow } from '../database/schema.ts';
import type { NotStored } from './response-store.ts';
import type { AnswerWriter } from './submission-writer.ts';

/** What is asked of the thread. */
export type WriterRequest =
  | { readonly kind: 'store'; readonly rows: readonly ResponseRow[] }
  | { readonly kind: 'forget-order'; readonly id: number; readonly largest: number }
  | { readonly kind: 'idle' | 'close'; readonly id: number };

type CrossedError = { readonly message: string; readonly errcode?: number };

/** What became of one row. */
export interface Outcome {
  readonly key: string;
  readonly notStored?: NotStored;
  readonly error?: CrossedError;
}

/** What the thread answers: the outcomes of rows, or that something else is done. */
export type WriterAnswer =
  { readonly outcomes: readonly Outcome[] } | { readonly id: number; readonly error?: CrossedError };

interface Pending {
  resolve(notStored: NotStored | undefined): void;
  reject(error: unknown): void;
}

/**
 * The embedded database's one writer, in a thread of its own: while it waits for the disk, the event loop reads and
 * judges the next answers, and writing the file anew holds up nothing but the next commit. It commits together whatever
 * has come while it was busy, and is never idle for want of being told.
 */
export class WriterThread implements AnswerWriter {
  readonly #worker: Worker;
  readonly #rows = new Map<string, Pending>();
  readonly #errands = new Map<number, Pending>();
  #arrived: ResponseRow[] = [];
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

  write(row: ResponseRow): Promise<NotStored | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('The writer has ended'));
      this.#rows.set(row.id, { resolve, reject });
      // The rest of this turn's requests is read before they go over.
      if (this.#arrived.length === 0) setImmediate(() => this.#handOver());
      this.#arrived.push(row);
    });
  }

  async idle(): Promise<void> {
    await this.#ask((id) => ({ kind: 'idle', id }));
  }

  /** As the database's own, but without holding up anything else. */
  async forgetOrder(largest = Infinity): Promise<void> {
    await this.#ask((id) => ({ kind: 'forget-order', id, largest }));
  }

  async close(): Promise<void> {
    const ended = once(this.#worker, 'exit');
    await this.#ask((id) => ({ kind: 'close', id }));
    await ended;
  }

  #handOver(): void {
    if (this.#arrived.length === 0) return;
    this.#worker.postMessage({ kind: 'store', rows: this.#arrived } satisfies WriterRequest);
    this.#arrived = [];
  }

  #ask(request: (id: number) => WriterRequest): Promise<unknown> {
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(new Error('The writer has ended'));
      this.#errands.set(id, { resolve, reject });
      this.#handOver();
      this.#worker.postMessage(request(id));
    });
  }

  #settle(answer: WriterAnswer): void {
    if ('outcomes' in answer) for (const outcome of answer.outcomes) settle(this.#rows, outcome.key, outcome);
    else settle(this.#errands, answer.id, answer);
  }

  #fail(error: unknown): void {
    this.#ended = true;
    for (const { reject } of [...this.#rows.values(), ...this.#errands.values()]) reject(error);
    this.#rows.clear();
    this.#errands.clear();
  }
}

function settle<Key>(waiting: Map<Key, Pending>, key: Key, { error, notStored }: Omit<Outcome, 'key'>): void {
  const pending = waiting.get(key);
  waiting.delete(key);
  if (error) pending?.reject(Object.assign(new Error(error.message), error));
  else pending?.resolve(notStored);
}

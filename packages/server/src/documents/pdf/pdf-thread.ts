import { Worker } from 'node:worker_threads';
import { ProblemError } from '../../http/problem-error.ts';
import type { ReceiptPdf } from './receipt-pdf.ts';
import type { RegisteredPdf } from './registered-pdf.ts';

/** What is made: a receipt for the applicant, or what was registered for the office. */
export type PdfOrder = { readonly receipt: ReceiptPdf } | { readonly registered: RegisteredPdf };

export type PdfRequest = PdfOrder & { readonly id: number };

export type PdfAnswer =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly error: string };

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(error: unknown): void;
}

/** How long the thread, with its fonts, is kept for the next one. */
const idle = 60_000;

/** More than these are told to come back: setting text takes a tenth of a second, or a quarter with rare letters, and longer where there is much. */
const most = 20;

/** Makes documents in a thread of its own, started when one is asked for, so that no request waits for another's text. */
export class PdfThread {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #rest: NodeJS.Timeout | undefined;
  #asked = 0;

  make(order: PdfOrder): Promise<Uint8Array> {
    if (this.#waiting.size >= most)
      return Promise.reject(new ProblemError('server.unavailable', { headers: { 'Retry-After': '10' } }));
    clearTimeout(this.#rest);
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    const id = (this.#asked += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...order } satisfies PdfRequest);
    });
  }

  /** Ends the thread; what it had in hand is refused. */
  async close(): Promise<void> {
    clearTimeout(this.#rest);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.on('message', (answer: PdfAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#end(worker, error));
    worker.on('exit', () => this.#end(worker, new Error('The thread for documents has ended')));
    return worker;
  }

  #settle(answer: PdfAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('pdf' in answer) waiting?.resolve(answer.pdf);
    else waiting?.reject(new Error(answer.error));
    if (this.#waiting.size > 0) return;
    this.#worker?.unref();
    this.#rest = setTimeout(() => this.#retire(), idle).unref();
  }

  #retire(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  /** The next document gets another thread. */
  #end(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

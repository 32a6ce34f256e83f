import type { ResponseRow } from '../database/schema.ts';
import { isUnavailable } from '../database/unavailable.ts';
import type { NotStored } from './response-store.ts';

/** Stores rows in one transaction; gives those that were not stored, by key. */
export type StoreBatch = (rows: readonly ResponseRow[]) => Promise<Map<string, NotStored>>;

/** Whoever stores answers. Rows under way have different keys. */
export interface AnswerWriter {
  /** Resolves once the row is on the disk, or tells why it was not stored. */
  write(row: ResponseRow): Promise<NotStored | undefined>;
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>;
}

interface Waiting {
  readonly row: ResponseRow;
  resolve(notStored: NotStored | undefined): void;
  reject(error: unknown): void;
}

/** Longer batches gain little and make the first in them wait. */
const batchLimit = 256;

/**
 * Commits together what arrived in one turn of the event loop, so that a sync of the disk is shared. An answer is
 * acknowledged only after its commit.
 */
export class SubmissionWriter implements AnswerWriter {
  readonly #storeBatch: StoreBatch;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(storeBatch: StoreBatch) {
    this.#storeBatch = storeBatch;
  }

  write(row: ResponseRow): Promise<NotStored | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ row, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // The rest of this turn's requests is read before this.
      await new Promise(setImmediate);
      const batch = this.#waiting.splice(0, batchLimit);
      await this.#commit(batch);
    }
    this.#running = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const notStored = await this.#storeBatch(batch.map(({ row }) => row));
      for (const { row, resolve } of batch) resolve(notStored.get(row.id));
    } catch (error) {
      // One row that the database refuses is not let spoil the others; a full disk refuses them all.
      if (batch.length > 1 && !isUnavailable(error)) for (const one of batch) await this.#commit([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}

import { sql, type Kysely, type Transaction } from 'kysely';
import { kindOf } from '../database/kind-of.ts';
import type { Schema } from '../database/schema.ts';
import { isConflict, isUnavailable } from '../database/unavailable.ts';

type Work = (transaction: Transaction<Schema>) => Promise<unknown>;

interface Waiting {
  readonly work: Work;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** What became of one piece of work: its result, or why nothing of it is there. */
type Outcome = { readonly result: unknown } | { readonly error: unknown };

/** Others that want the embedded database wait as long as one batch takes. */
const batchLimit = 32;

/**
 * Runs what registers, one after the other: it would wait for the register's lock anyway, each with a connection in its
 * hands, and with a limit to its patience: on a busy day some would be refused.
 *
 * On the embedded database what is waiting is committed together, each between its own savepoints, so that a sync of the
 * disk is shared. On PostgreSQL each has a transaction: one that held the register and then waited for a row that
 * another server has, which waits for the register, would be a deadlock.
 */
export class RequestWriter {
  readonly #db: Kysely<Schema>;
  readonly #isShared: boolean;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
    this.#isShared = kindOf(db) === 'sqlite';
  }

  /** Resolves once what `work` wrote is on the disk; when it throws, nothing of it is. It may be run more than once. */
  write<Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result> {
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      if (!this.#isRunning) void this.#run();
    }) as Promise<Result>;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // The rest of this turn's requests is read before this.
      await new Promise(setImmediate);
      const batch = this.#waiting.splice(0, this.#isShared ? batchLimit : 1);
      await this.#commit(batch);
    }
    this.#isRunning = false;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      if (batch.length === 1) {
        batch[0]!.resolve(await this.#alone(batch[0]!.work));
        return;
      }
      const outcomes = await this.#together(batch);
      for (const [at, outcome] of outcomes.entries()) {
        if ('error' in outcome) batch[at]!.reject(outcome.error);
        else batch[at]!.resolve(outcome.result);
      }
    } catch (error) {
      // One that cannot be committed is not let spoil the others; a full disk refuses them all.
      if (batch.length > 1 && !isUnavailable(error)) for (const one of batch) await this.#commit([one]);
      else for (const { reject } of batch) reject(error);
    }
  }

  async #alone(work: Work): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#db.transaction().execute(work);
      } catch (error) {
        if (attempt === 3 || !isConflict(error)) throw error;
      }
    }
  }

  #together(batch: readonly Waiting[]): Promise<Outcome[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const outcomes: Outcome[] = [];
      for (const { work } of batch) {
        await sql`savepoint work`.execute(transaction);
        try {
          outcomes.push({ result: await work(transaction) });
        } catch (error) {
          // The database may have taken all of it back by itself.
          if (isUnavailable(error)) throw error;
          await sql`rollback to work`.execute(transaction);
          outcomes.push({ error });
        }
        await sql`release work`.execute(transaction);
      }
      return outcomes;
    });
  }
}

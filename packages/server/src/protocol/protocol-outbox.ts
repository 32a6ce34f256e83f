import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import { lockRequest } from '../requests/request-row.ts';
import type { OnNumber, ProtocolOutbox as Seam, ProtocolTask } from '../requests/seams.ts';
import type { AdapterName } from './adapter.ts';
import { dueTask } from './due-tasks.ts';
import { holderOf, numberValues, type Given } from './given-number.ts';
import { leaseTime } from './lease-time.ts';

/** A task that one process may work at now; nobody else does before the claim ends. */
export interface Claimed {
  readonly task: ProtocolTask;
  /** Who was the last to try: what became of that is to be asked first. */
  readonly adapter: AdapterName | undefined;
  readonly attempts: number;
  readonly lease: string;
  /** The registration was annulled meanwhile: what no register has is not sent to any. */
  readonly isAnnulled: boolean;
}

/** Registrations on their way to official registers. Several processes may work at it. */
export class ProtocolOutbox implements Seam {
  readonly #db: Kysely<Schema>;
  readonly #now: () => number;
  readonly #onNumber: OnNumber;

  constructor(db: Kysely<Schema>, now: () => number, onNumber: OnNumber) {
    this.#db = db;
    this.#now = now;
    this.#onNumber = onNumber;
  }

  async enqueue(transaction: Transaction<Schema>, task: ProtocolTask): Promise<void> {
    const now = this.#now();
    await transaction
      .insertInto('protocol_tasks')
      .values({ ...blank, ...columnsOf(task), created_at: now, due_at: now })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }

  /**
   * The task due longest, but what was added to a request only once it is known what became of the request itself: it is
   * to be linked to it. Undefined: none is due, or somebody else was quicker.
   */
  async claim(): Promise<Claimed | undefined> {
    const now = this.#now();
    const lease = randomUUID();
    const row = await this.#db
      .updateTable('protocol_tasks')
      .set((eb) => ({ lease, due_at: now + leaseTime, attempts: eb('attempts', '+', 1) }))
      .where('key', '=', dueTask(this.#db, now))
      // Of two that have chosen the same one, the second looks again when the first is done, and finds it taken.
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (!row?.task) return undefined;
    const annulment = await this.#db
      .selectFrom('protocol_annulments')
      .select('key')
      .where('key', '=', row.key)
      .executeTakeFirst();
    return {
      isAnnulled: annulment !== undefined,
      task: JSON.parse(row.task) as ProtocolTask,
      adapter: (row.adapter ?? undefined) as AdapterName | undefined,
      attempts: row.attempts,
      lease,
    };
  }

  async isDue(): Promise<boolean> {
    return (await dueTask(this.#db, this.#now()).executeTakeFirst()) !== undefined;
  }

  /** Says that an adapter is going to try, or, undefined, that what one has tried came to nothing. False: not ours any more. */
  async tries({ task, lease }: Claimed, adapter: AdapterName | undefined): Promise<boolean> {
    return this.#change(task.key, lease, { adapter: adapter ?? null });
  }

  /** Keeps the number and tells the request. False: the claim has ended, or another document has this number. */
  async numbered({ task, lease }: Claimed, given: Given): Promise<'kept' | 'lost' | 'taken'> {
    return this.#db.transaction().execute(async (transaction) => {
      // The request first, as everywhere: whoever annuls or erases it holds it, and wants the task next.
      await lockRequest(transaction, task.request);
      if (await holderOf(transaction, given.official, task.key)) return 'taken';
      const { numUpdatedRows } = await transaction
        .updateTable('protocol_tasks')
        .set(numberValues(given, this.#now()))
        .where('key', '=', task.key)
        .where('lease', '=', lease)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return 'lost';
      await this.#onNumber(transaction, task, given.official);
      return 'kept';
    });
  }

  /** Keeps a number that a person typed, in the caller's transaction. False: it has one by now, or was erased. */
  async typed(transaction: Transaction<Schema>, row: ProtocolTaskRow, given: Given): Promise<boolean> {
    const { numUpdatedRows } = await transaction
      .updateTable('protocol_tasks')
      .set(numberValues(given, this.#now()))
      .where('key', '=', row.key)
      .where('official_number', 'is', null)
      .where('task', 'is not', null)
      // Nor has a worker reached for it meanwhile.
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await this.#onNumber(transaction, row, given.official);
    return true;
  }

  /** Nobody will give it an official number. */
  internal = ({ task, lease }: Claimed): Promise<boolean> =>
    this.#change(task.key, lease, { state: 'internal', lease: null, settled_at: this.#now(), problem: null });

  /** People have it now. */
  atOffice = ({ task, lease }: Claimed): Promise<boolean> =>
    this.#change(task.key, lease, { state: 'office', lease: null, problem: null });

  /** Its registration was annulled before any register had it: none is sent it, or told. */
  async unsent({ task: { key }, lease }: Claimed): Promise<void> {
    const settled = { lease: null, settled_at: this.#now(), problem: null };
    await this.#db.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('protocol_tasks')
        .set({ ...settled, state: 'annulled' })
        .where('key', '=', key)
        .where('lease', '=', lease)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await transaction
        .updateTable('protocol_annulments')
        .set({ ...settled, state: 'done', via: 'unsent' })
        .where('key', '=', key)
        .execute();
    });
  }

  failed = ({ task, lease }: Claimed, problem: string): Promise<boolean> =>
    this.#change(task.key, lease, { state: 'failed', lease: null, problem });

  postponed = ({ task, lease }: Claimed, dueAt: number, problem: string): Promise<boolean> =>
    this.#change(task.key, lease, { due_at: dueAt, lease: null, problem });

  /** Lets what has failed, or is with the office, be tried again: all that failed, or one. Gives how many. */
  async retry(key?: string): Promise<number> {
    const again = this.#db
      .updateTable('protocol_tasks')
      .set({ state: 'waiting', due_at: this.#now(), attempts: 0, problem: null });
    const { numUpdatedRows } = await (
      key === undefined
        ? again.where('state', '=', 'failed')
        : again.where('key', '=', key).where('state', 'in', ['waiting', 'failed', 'office']).where('lease', 'is', null)
    ).executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  async #change(key: string, lease: string, values: Partial<ProtocolTaskRow>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('protocol_tasks')
      .set(values)
      .where('key', '=', key)
      // Who was slower than the claim no longer decides.
      .where('lease', '=', lease)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

const blank = {
  state: 'waiting',
  adapter: null,
  attempts: 0,
  lease: null,
  settled_at: null,
  problem: null,
  official_register: null,
  official_year: null,
  official_number: null,
  official_date: null,
  external_id: null,
  via: null,
  operator: null,
};

const columnsOf = (task: ProtocolTask) => ({
  key: task.key,
  request: task.request,
  department: task.department,
  year: task.registration.year,
  number: task.registration.number,
  task: JSON.stringify(task),
});

import { randomUUID } from 'node:crypto';
import type { OfficialNumber } from '@cmto/contract';
import type { Kysely, Transaction } from 'kysely';
import type { ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import type { OnNumber, ProtocolOutbox as Seam, ProtocolTask } from '../requests/seams.ts';
import type { AdapterName } from './adapter.ts';
import { toNumberText, yearOf } from './official-number.ts';

/** A task that one process may work at now; nobody else does before the claim ends. */
export interface Claimed {
  readonly task: ProtocolTask;
  /** Who was the last to try: what became of that is to be asked first. */
  readonly adapter: AdapterName | undefined;
  readonly attempts: number;
  readonly lease: string;
}

/** A number as it is kept with its task. */
export interface Given {
  readonly official: OfficialNumber;
  readonly externalId?: string | undefined;
  readonly via: string;
  readonly operator?: string | undefined;
}

/** How long a claimed task is nobody else's: more than asking a register and sending it everything may take. */
export const leaseTime = 10 * 60_000;

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

  /** The numbers that were given stay, since the official register has them; all else that tells of a person goes. */
  async forget(transaction: Transaction<Schema>, request: string): Promise<void> {
    await transaction
      .updateTable('protocol_tasks')
      .set({ task: null, lease: null })
      .where('request', '=', request)
      .execute();
    await transaction
      .updateTable('protocol_tasks')
      .set({ state: 'erased', settled_at: this.#now() })
      .where('request', '=', request)
      .where('state', 'in', ['waiting', 'office', 'failed'])
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
      .where('key', '=', this.#due(now))
      // Of two that have chosen the same one, the second looks again when the first is done, and finds it taken.
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (!row?.task) return undefined;
    return {
      task: JSON.parse(row.task) as ProtocolTask,
      adapter: (row.adapter ?? undefined) as AdapterName | undefined,
      attempts: row.attempts,
      lease,
    };
  }

  async isDue(): Promise<boolean> {
    return (await this.#due(this.#now()).executeTakeFirst()) !== undefined;
  }

  #due(now: number) {
    return this.#db
      .selectFrom('protocol_tasks as due')
      .select('due.key')
      .where('due.state', '=', 'waiting')
      .where('due.due_at', '<=', now)
      .where((eb) =>
        eb.or([
          eb('due.key', '=', eb.ref('due.request')),
          eb.not(
            eb.exists(
              eb
                .selectFrom('protocol_tasks as first')
                .select('first.key')
                .whereRef('first.key', '=', 'due.request')
                .where('first.state', 'in', ['waiting', 'failed']),
            ),
          ),
        ]),
      )
      .orderBy('due.due_at')
      .orderBy('due.key')
      .limit(1);
  }

  /** Says that an adapter is going to try, or, undefined, that what one has tried came to nothing. False: not ours any more. */
  async tries({ task, lease }: Claimed, adapter: AdapterName | undefined): Promise<boolean> {
    return this.#change(task.key, lease, { adapter: adapter ?? null });
  }

  /** Keeps the number and tells the request. False: the claim has ended, or another document has this number. */
  async numbered({ task, lease }: Claimed, given: Given): Promise<'kept' | 'lost' | 'taken'> {
    return this.#db.transaction().execute(async (transaction) => {
      if (await holderOf(transaction, given.official, task.key)) return 'taken';
      const { numUpdatedRows } = await transaction
        .updateTable('protocol_tasks')
        .set(this.#numberValues(given))
        .where('key', '=', task.key)
        .where('lease', '=', lease)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return 'lost';
      await this.#tell(transaction, task, given.official);
      return 'kept';
    });
  }

  /** Keeps a number that a person typed, in the caller's transaction. False: it has one by now, or was erased. */
  async typed(transaction: Transaction<Schema>, row: ProtocolTaskRow, given: Given): Promise<boolean> {
    const { numUpdatedRows } = await transaction
      .updateTable('protocol_tasks')
      .set(this.#numberValues(given))
      .where('key', '=', row.key)
      .where('official_number', 'is', null)
      .where('task', 'is not', null)
      // Nor has a worker reached for it meanwhile.
      .where('attempts', '=', row.attempts)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await this.#tell(transaction, row, given.official);
    return true;
  }

  /** Nobody will give it an official number. */
  internal = ({ task, lease }: Claimed): Promise<boolean> =>
    this.#change(task.key, lease, { state: 'internal', lease: null, settled_at: this.#now(), problem: null });

  /** People have it now. */
  atOffice = ({ task, lease }: Claimed): Promise<boolean> =>
    this.#change(task.key, lease, { state: 'office', lease: null, problem: null });

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

  #numberValues({ official, externalId, via, operator }: Given): Partial<ProtocolTaskRow> {
    return {
      state: 'registered',
      lease: null,
      settled_at: this.#now(),
      problem: null,
      official_register: official.register,
      official_year: yearOf(official),
      official_number: toNumberText(official.number),
      official_date: official.date,
      external_id: externalId ?? null,
      via,
      operator: operator ?? null,
    };
  }

  /** A request's number is the one of its first registration; what was added to it has its own. */
  async #tell(
    transaction: Transaction<Schema>,
    { key, request }: Pick<ProtocolTask, 'key' | 'request'>,
    official: OfficialNumber,
  ): Promise<void> {
    if (key === request) await this.#onNumber(transaction, request, official);
  }
}

/** The key of another document that has this number. */
export async function holderOf(
  db: Kysely<Schema>,
  official: OfficialNumber,
  notOf: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('protocol_tasks')
    .select('key')
    .where('official_register', '=', official.register)
    .where('official_year', '=', yearOf(official))
    .where('official_number', '=', toNumberText(official.number))
    .where('key', '!=', notOf)
    .executeTakeFirst();
  return row?.key;
}

/** The official number of a task that has one. */
export const officialOf = (
  row: Pick<ProtocolTaskRow, 'official_register' | 'official_number' | 'official_date'> | undefined,
): OfficialNumber | undefined =>
  row?.official_register
    ? { register: row.official_register, number: row.official_number!, date: row.official_date! }
    : undefined;

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

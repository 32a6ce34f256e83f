import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { ProtocolAnnulmentRow, ProtocolTaskRow } from '../database/protocol-rows.ts';
import type { Schema } from '../database/schema.ts';
import type { Act } from '../register/entry.ts';
import type { AdapterName } from './adapter.ts';
import { leaseTime } from './lease-time.ts';

/** An annulment that one process may tell the register now, with the document's task. */
export interface ClaimedAnnulment {
  readonly row: ProtocolAnnulmentRow;
  readonly task: ProtocolTaskRow;
  /** Who was the last to try: what became of that is to be asked first. */
  readonly adapter: AdapterName | undefined;
  readonly lease: string;
}

/**
 * Annulments that official registers are to be told of (DPR 445/2000 art. 54). Each waits until it is known what became
 * of the document itself: a number that is on its way can only be annulled once it is there.
 */
export class AnnulmentQueue {
  readonly #db: Kysely<Schema>;
  readonly #now: () => number;

  constructor(db: Kysely<Schema>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * In the transaction that annuls a registration, whose request is locked. What no register has been sent is not sent
   * any more; whoever has it, or may have it, is to be told; of what people have, people are.
   */
  async order(transaction: Transaction<Schema>, key: string, { reason, act, operator }: Act): Promise<void> {
    const now = this.#now();
    const { numUpdatedRows } = await transaction
      .updateTable('protocol_tasks')
      .set({ state: 'annulled', settled_at: now, problem: null })
      .where('key', '=', key)
      .where('adapter', 'is', null)
      .where('lease', 'is', null)
      .where('state', 'in', ['waiting', 'failed'])
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return;
    const task = await taskOf(transaction, key);
    if (!task || ['internal', 'erased', 'annulled'].includes(task.state)) return;
    await transaction
      .insertInto('protocol_annulments')
      .values({
        ...blank,
        key,
        department: task.department,
        reason,
        act,
        ordered_by: operator,
        state: task.state === 'office' || task.state === 'failed' ? 'office' : 'waiting',
        created_at: now,
        due_at: now,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }

  /** The one due longest of those whose document is settled. Undefined: none is due, or somebody else was quicker. */
  async claim(): Promise<ClaimedAnnulment | undefined> {
    const now = this.#now();
    const lease = randomUUID();
    const row = await this.#db
      .updateTable('protocol_annulments')
      .set((eb) => ({ lease, due_at: now + leaseTime, attempts: eb('attempts', '+', 1) }))
      .where('key', '=', this.#due(now))
      // Of two that have chosen the same one, the second looks again when the first is done, and finds it taken.
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst();
    const task = row && (await taskOf(this.#db, row.key));
    return task && { row, task, lease, adapter: (row.adapter ?? undefined) as AdapterName | undefined };
  }

  async isDue(): Promise<boolean> {
    return (await this.#due(this.#now()).executeTakeFirst()) !== undefined;
  }

  /** Says that an adapter is going to try. False: not ours any more. */
  tries = (claimed: ClaimedAnnulment, adapter: AdapterName): Promise<boolean> => this.#change(claimed, { adapter });

  /** The register has annulled it. */
  done = (claimed: ClaimedAnnulment, via: AdapterName): Promise<boolean> =>
    this.#change(claimed, { state: 'done', lease: null, settled_at: this.#now(), problem: null, via });

  /** A person has to do it. */
  atOffice = (claimed: ClaimedAnnulment, problem?: string): Promise<boolean> =>
    this.#change(claimed, { state: 'office', lease: null, problem: problem ?? null });

  postponed = (claimed: ClaimedAnnulment, dueAt: number, problem: string): Promise<boolean> =>
    this.#change(claimed, { due_at: dueAt, lease: null, problem });

  /** A person has done it in the register. Gives what was to be done, or why not: nothing, or an adapter is at it. */
  byHand(key: string, operator: string): Promise<'done' | 'none' | 'under-way'> {
    const settled = { settled_at: this.#now(), problem: null };
    return this.#db.transaction().execute(async (transaction) => {
      // The task first, as wherever both change.
      await transaction
        .updateTable('protocol_tasks')
        .set({ ...settled, state: 'annulled' })
        .where('key', '=', key)
        .where('state', 'in', ['office', 'failed'])
        .where((eb) => eb.exists(eb.selectFrom('protocol_annulments').select('key').where('key', '=', key)))
        .execute();
      const { numUpdatedRows } = await transaction
        .updateTable('protocol_annulments')
        .set({ ...settled, state: 'done', via: 'hand', operator })
        .where('key', '=', key)
        .where('state', '=', 'office')
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return 'done';
      const open = await transaction
        .selectFrom('protocol_annulments')
        .select('key')
        .where('key', '=', key)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return open ? 'under-way' : 'none';
    });
  }

  /** Lets an adapter try again what was left to people. False: nothing was. */
  async retry(key: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('protocol_annulments')
      .set({ state: 'waiting', due_at: this.#now(), attempts: 0, problem: null })
      .where('key', '=', key)
      .where('state', '=', 'office')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Those that nobody has carried out yet, oldest first. */
  open(): Promise<ProtocolAnnulmentRow[]> {
    return this.#db
      .selectFrom('protocol_annulments')
      .selectAll()
      .where('state', '!=', 'done')
      .orderBy('created_at')
      .orderBy('key')
      .execute();
  }

  #due(now: number) {
    return this.#db
      .selectFrom('protocol_annulments as due')
      .innerJoin('protocol_tasks', 'protocol_tasks.key', 'due.key')
      .select('due.key')
      .where('due.state', '=', 'waiting')
      .where('due.due_at', '<=', now)
      .where('protocol_tasks.state', '!=', 'waiting')
      .orderBy('due.due_at')
      .orderBy('due.key')
      .limit(1);
  }

  async #change({ row, lease }: ClaimedAnnulment, values: Partial<ProtocolAnnulmentRow>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('protocol_annulments')
      .set(values)
      .where('key', '=', row.key)
      // Who was slower than the claim no longer decides.
      .where('lease', '=', lease)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}

const taskOf = (db: Kysely<Schema>, key: string): Promise<ProtocolTaskRow | undefined> =>
  db.selectFrom('protocol_tasks').selectAll().where('key', '=', key).executeTakeFirst();

const blank = {
  adapter: null,
  attempts: 0,
  lease: null,
  settled_at: null,
  problem: null,
  via: null,
  operator: null,
};

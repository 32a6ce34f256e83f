import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { MailRow, Schema } from '../database/schema.ts';
import type { Write } from '../database/write-together.ts';
import type { LetterOrder } from './letter-order.ts';

/** A letter that one process may send now; nobody else does before `leaseEnds`. */
export interface Claimed extends Pick<MailRow, 'id' | 'key' | 'office' | 'template' | 'language' | 'data'> {
  readonly attempts: number;
  readonly createdAt: number;
  readonly lease: string;
}

/** How long a claimed letter is nobody else's: far more than a mail server is given to take it. */
const lease = 5 * 60_000;

/**
 * Letters that wait for the mail server. They are ordered in the transaction of what they tell, so that there is one
 * exactly where that was stored; several processes may work at the queue.
 */
export class MailQueue {
  readonly #db: Kysely<Schema>;
  readonly #now: () => number;

  constructor(db: Kysely<Schema>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Orders a letter, in the caller's transaction. */
  async enqueue(transaction: Kysely<Schema>, order: LetterOrder): Promise<void> {
    await this.order(transaction, order).execute();
  }

  /** The write that orders a letter. */
  order(transaction: Kysely<Schema>, order: LetterOrder): Write {
    const now = this.#now();
    return transaction
      .insertInto('mail_queue')
      .values({
        id: order.id ?? randomUUID(),
        key: order.key,
        office: order.office ?? null,
        template: order.template,
        language: order.language,
        data: JSON.stringify(order.data),
        state: 'waiting',
        attempts: 0,
        created_at: now,
        due_at: now,
        lease: null,
        settled_at: null,
        problem: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing());
  }

  /** The letter due longest. Undefined: none is due, or somebody else was quicker. A lease is a due time further on. */
  async claim(): Promise<Claimed | undefined> {
    const now = this.#now();
    const token = randomUUID();
    const due = this.#db
      .selectFrom('mail_queue')
      .select('id')
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('id')
      .limit(1);
    const row = await this.#db
      .updateTable('mail_queue')
      .set((eb) => ({ lease: token, due_at: now + lease, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', due)
      // Of two that have chosen the same one, the second looks again when the first is done, and finds it taken.
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .returningAll()
      .executeTakeFirst();
    if (!row) return undefined;
    const { id, key, office, template, language, data, attempts, created_at: createdAt } = row;
    return { id, key, office, template, language, data, attempts, createdAt, lease: token };
  }

  /** Whether any letter is due. */
  async isDue(): Promise<boolean> {
    const row = await this.#db
      .selectFrom('mail_queue')
      .select('id')
      .where('state', '=', 'waiting')
      .where('due_at', '<=', this.#now())
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The mail server has it. What it said beyond its request goes: a code that was sent is nobody's to read. */
  sent(letter: Claimed): Promise<void> {
    return this.#settle(letter, { state: 'sent', data: '{}', settled_at: this.#now(), problem: null });
  }

  /** It will never arrive as it is. */
  failed(letter: Claimed, problem: string): Promise<void> {
    return this.#settle(letter, { state: 'failed', settled_at: this.#now(), problem });
  }

  postponed(letter: Claimed, dueAt: number, problem: string): Promise<void> {
    return this.#settle(letter, { due_at: dueAt, problem });
  }

  /** Nobody is to get it any more. */
  async dropped(letter: Claimed): Promise<void> {
    await this.#db.deleteFrom('mail_queue').where('id', '=', letter.id).where('lease', '=', letter.lease).execute();
  }

  /** Puts failed letters back, or one of them; gives how many. */
  async retry(id?: string): Promise<number> {
    const now = this.#now();
    const failed = this.#db
      .updateTable('mail_queue')
      // A letter gets its days anew.
      .set({ state: 'waiting', attempts: 0, created_at: now, due_at: now, settled_at: null, problem: null })
      .where('state', '=', 'failed');
    const { numUpdatedRows } = await (
      id === undefined ? failed : failed.where('id', '=', id)
    ).executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  }

  /** What has not been sent, oldest first. */
  unsent(): Promise<MailRow[]> {
    return this.#db
      .selectFrom('mail_queue')
      .selectAll()
      .where('state', '!=', 'sent')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  }

  /** Forgets that letters were sent, once that was long ago. */
  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('mail_queue').where('state', '=', 'sent').where('settled_at', '<', before).execute();
  }

  async #settle(letter: Claimed, values: Partial<MailRow>): Promise<void> {
    await this.#db
      .updateTable('mail_queue')
      .set({ ...values, lease: null })
      .where('id', '=', letter.id)
      // Who was slower than the lease no longer decides.
      .where('lease', '=', letter.lease)
      .execute();
  }
}

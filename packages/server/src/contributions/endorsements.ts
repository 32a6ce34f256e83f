import { createHmac, type KeyObject } from 'node:crypto';
import type { Endorsed } from '@cmto/contract';
import { contributionIdSchema, endorsementSchema } from '@cmto/contract/schemas';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readBody } from '../http/read-body.ts';

/** Who agrees: a key per device and contribution, kept as hashes that tell nobody what else a device agrees with. */
export class Endorsements {
  readonly #db: Kysely<Schema>;
  readonly #secret: KeyObject;

  constructor({ db, secret }: { readonly db: Kysely<Schema>; readonly secret: KeyObject }) {
    this.#db = db;
    this.#secret = secret;
  }

  /** Throws the problem that says why it is not counted. */
  async add(contribution: string, key: string, body: unknown): Promise<{ endorsed: Endorsed; replayed: boolean }> {
    const { device } = readBody(endorsementSchema, body);
    // Anything may stand in an address, also what PostgreSQL takes for no text.
    if (!contributionIdSchema.safeParse(contribution).success) throw new ProblemError('contribution.not-found');
    const deviceHash = this.#hash('device', contribution, device);
    const keyHash = this.#hash('key', key);
    return this.#db.transaction().execute(async (transaction) => {
      const { numUpdatedRows: published } = await transaction
        .updateTable('contributions')
        .set((eb) => ({ agreements: eb('agreements', '+', 1) }))
        .where('public_id', '=', contribution)
        .where('state', '=', 'published')
        .executeTakeFirst();
      if (published === 0n) throw new ProblemError('contribution.not-found');
      const { numInsertedOrUpdatedRows: added } = await transaction
        .insertInto('endorsements')
        .values({ contribution, device_hash: deviceHash, key_hash: keyHash })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const replayed = added !== 1n;
      if (replayed) {
        await this.#requireSame(transaction, { contribution, deviceHash, keyHash });
        await transaction
          .updateTable('contributions')
          .set((eb) => ({ agreements: eb('agreements', '-', 1) }))
          .where('public_id', '=', contribution)
          .execute();
      }
      const { agreements } = await transaction
        .selectFrom('contributions')
        .select('agreements')
        .where('public_id', '=', contribution)
        .executeTakeFirstOrThrow();
      return { endorsed: { contribution, agreements }, replayed };
    });
  }

  /** Whether what is there is this very agreement. Throws what it is else. */
  async #requireSame(
    db: Kysely<Schema>,
    { contribution, deviceHash, keyHash }: { contribution: string; deviceHash: string; keyHash: string },
  ): Promise<void> {
    const byKey = await db.selectFrom('endorsements').selectAll().where('key_hash', '=', keyHash).executeTakeFirst();
    if (!byKey) throw new ProblemError('contribution.already-endorsed');
    if (byKey.contribution !== contribution || byKey.device_hash !== deviceHash)
      throw new ProblemError('idempotency.mismatch');
  }

  #hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.#secret)
      .update(['endorsement', ...parts].join(' '))
      .digest('base64url');
  }
}

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { ProvenIdentity } from '../requests/seams.ts';
import type { Exchange } from './identity-provider.ts';
import { hashToken } from './token.ts';

/** A sign-in that has begun; times in milliseconds. */
export interface Begun extends Exchange {
  readonly service: string;
  readonly page: string;
  readonly challenge: string;
  readonly expiresAt: number;
}

/** Sign-ins on their way, shared by all servers of a database. Tokens are kept as hashes. */
export class SignInStore {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async begin({ state, nonce, verifier, service, page, challenge, expiresAt }: Begun): Promise<void> {
    await this.#db
      .insertInto('sign_ins')
      .values({
        state_hash: hashToken(state),
        service,
        page,
        challenge,
        nonce,
        verifier,
        code_hash: null,
        code_until: null,
        proof_hash: null,
        identity: null,
        used_by: null,
        expires_at: expiresAt,
      })
      .execute();
  }

  /** The exchange with this state, for whoever comes first: it is used up. */
  async claim(state: string, now: number): Promise<(Exchange & Pick<Begun, 'page'>) | undefined> {
    const begun = await this.#db
      .selectFrom('sign_ins')
      .select(['nonce', 'verifier', 'page'])
      .where('state_hash', '=', hashToken(state))
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (!begun || begun.nonce === null || begun.verifier === null) return undefined;
    const { numUpdatedRows } = await this.#db
      .updateTable('sign_ins')
      .set({ nonce: null, verifier: null })
      .where('state_hash', '=', hashToken(state))
      .where('nonce', 'is not', null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n
      ? { state, nonce: begun.nonce, verifier: begun.verifier, page: begun.page }
      : undefined;
  }

  /** The person is known: a code stands for that, for a while. */
  async back(
    state: string,
    { code, identity, codeUntil }: { code: string; identity: ProvenIdentity; codeUntil: number },
  ): Promise<void> {
    await this.#db
      .updateTable('sign_ins')
      .set({
        code_hash: hashToken(code),
        code_until: codeUntil,
        identity: JSON.stringify(identity),
        expires_at: codeUntil,
      })
      .where('state_hash', '=', hashToken(state))
      .execute();
  }

  async drop(state: string): Promise<void> {
    await this.#db.deleteFrom('sign_ins').where('state_hash', '=', hashToken(state)).execute();
  }

  /** Lets a proof stand for the code: only the first proof, and only of the page whose challenge it was. */
  async prove(proven: {
    code: string;
    challenge: string;
    proof: string;
    now: number;
    expiresAt: number;
  }): Promise<{ readonly identity: ProvenIdentity; readonly expiresAt: number } | undefined> {
    const ofPage = this.#db
      .updateTable('sign_ins')
      .set({ proof_hash: hashToken(proven.proof), expires_at: proven.expiresAt })
      .where('code_hash', '=', hashToken(proven.code))
      .where('challenge', '=', proven.challenge)
      .where('code_until', '>', proven.now)
      .where('proof_hash', 'is', null);
    await ofPage.execute();
    const row = await this.#db
      .selectFrom('sign_ins')
      .select(['identity', 'expires_at'])
      .where('proof_hash', '=', hashToken(proven.proof))
      .where('code_until', '>', proven.now)
      .executeTakeFirst();
    if (!row?.identity) return undefined;
    return { identity: JSON.parse(row.identity) as ProvenIdentity, expiresAt: row.expires_at };
  }

  /** Forgets what is over; gives how many. */
  async prune(now: number): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('sign_ins')
      .where('expires_at', '<=', now)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}

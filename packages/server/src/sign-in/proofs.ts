import { createHmac, type KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { hashKey } from '../intake/key-hash.ts';
import type { IdentityProofs, ProvenIdentity } from '../requests/seams.ts';
import { hashToken } from './token.ts';

/** The proof that a code and the page's own secret make. The server's secret makes other things, too: none begins like this. */
export const proofOf = (secret: KeyObject, code: string, verifier: string): string =>
  createHmac('sha256', secret).update(`sign-in proof\n${code}\n${verifier}`).digest('base64url');

/** What proofs are worth: one submission to one service, until they expire. */
export class Proofs implements IdentityProofs {
  readonly #db: Kysely<Schema>;
  readonly #now: () => number;

  constructor(db: Kysely<Schema>, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * Binds a proof to the submission that uses it first; the same one may use it again, since it may have been refused
   * for something else. Undefined: it is none, is over, is for another service, or another submission has it.
   */
  async use({ proof, slug, key }: { proof: string; slug: string; key: string }): Promise<ProvenIdentity | undefined> {
    const mine = hashKey(key);
    const row = await this.#db
      .updateTable('sign_ins')
      .set({ used_by: mine })
      .where('proof_hash', '=', hashToken(proof))
      .where('service', '=', slug)
      .where('expires_at', '>', this.#now())
      .where((eb) => eb.or([eb('used_by', 'is', null), eb('used_by', '=', mine)]))
      .returning('identity')
      .executeTakeFirst();
    return row?.identity ? (JSON.parse(row.identity) as ProvenIdentity) : undefined;
  }
}

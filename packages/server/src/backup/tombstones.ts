import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { eraseRow } from '../intake/erasure.ts';
import { hashKey } from '../intake/key-hash.ts';
import { keysOf } from '../requests/request-erasure.ts';

/** Hashes of the keys of everything that was erased. */
export async function readTombstones(db: Kysely<Schema>): Promise<Set<string>> {
  const rows = await db.selectFrom('tombstones').select('key_hash').execute();
  return new Set(rows.map(({ key_hash: hash }) => hash));
}

/** Erases from a copy what was erased from the original since it was made. */
export async function eraseAgain(copy: Kysely<Schema>, tombstones: ReadonlySet<string>): Promise<void> {
  const known = await readTombstones(copy);
  const news = [...tombstones].filter((hash) => !known.has(hash));
  if (news.length === 0) return;
  const erased = new Set(news);
  for (const { id, survey_slug: slug } of await copy.selectFrom('responses').select(['id', 'survey_slug']).execute()) {
    if (!erased.has(hashKey(id))) continue;
    const keys = await keysOf(copy, id);
    await eraseRow(copy, id, slug);
    await copy.deleteFrom('attachments').where('key', 'in', keys).execute();
  }
  // Also of what this copy never had: it is not to come in again.
  for (const key_hash of news) {
    await copy
      .insertInto('tombstones')
      .values({ key_hash })
      .onConflict((conflict) => conflict.column('key_hash').doNothing())
      .execute();
  }
}

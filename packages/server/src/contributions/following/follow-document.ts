import type { Consultation, Submission } from '@cmto/contract';
import type { Anchor } from '@cmto/documents';
import type { Transaction } from 'kysely';
import type { ContributionPositionRow } from '../../database/contribution-rows.ts';
import { kindOf } from '../../database/kind-of.ts';
import type { Schema } from '../../database/schema.ts';
import { comparisonsTo } from './comparisons.ts';
import { anchorOf, anchorOfTarget, toPosition } from './position.ts';

/** A version of a consultation that is about to be published. */
export interface NewVersion {
  readonly slug: string;
  readonly version: number;
  readonly next: Consultation;
  /** All that were published before. */
  readonly versions: ReadonlyMap<number, Consultation>;
  /** Milliseconds. */
  readonly at: number;
}

/** How many rows go into one insert: SQLite takes 32,766 values. */
const most = 500;

/**
 * Every contribution to the document gets its position in the new version, in the transaction that publishes it. What is
 * unsure waits for a person; what is gone stays so, unless a person places it.
 */
export async function followDocument(transaction: Transaction<Schema>, published: NewVersion): Promise<void> {
  const { slug, version, next, versions, at } = published;
  const follow = comparisonsTo(next, versions);
  const where = { version, documentVersion: next.document?.version ?? 1, at };
  const positions: ContributionPositionRow[] = [];
  const last = await lastPositions(transaction, slug);
  for (const { id, form_version: written, position, positions: count, content } of await followed(transaction, slug)) {
    if (position === 'gone') continue;
    const before = last.get(id);
    const from = before ? { version: before.version, anchor: anchorOf(before) } : ofContent(content, written);
    if (from.anchor)
      positions.push({
        contribution: id,
        seq: count + 1,
        ...toPosition(follow(from.version, from.anchor), before, where),
      });
  }
  for (let start = 0; start < positions.length; start += most)
    await transaction
      .insertInto('contribution_positions')
      .values(positions.slice(start, start + most))
      .execute();
  await transaction
    .updateTable('contributions')
    .from('contribution_positions as now')
    .set((eb) => ({ position: eb.ref('now.state'), section: eb.ref('now.section'), positions: eb.ref('now.seq') }))
    .whereRef('now.contribution', '=', 'contributions.id')
    .where('now.version', '=', version)
    .where('contributions.slug', '=', slug)
    .execute();
}

const ofContent = (content: string, version: number): { version: number; anchor: Anchor | undefined } => {
  const { target } = JSON.parse(content) as { target?: Submission['target'] };
  return { version, anchor: target && anchorOfTarget(target) };
};

/** All of them, which nobody changes until the transaction ends, in the order in which the office locks them, too. */
function followed(transaction: Transaction<Schema>, slug: string) {
  const query = transaction
    .selectFrom('contributions')
    .innerJoin('responses', 'responses.id', 'contributions.id')
    .select(['contributions.id', 'form_version', 'content', 'position', 'positions'])
    .where('slug', '=', slug)
    .orderBy('contributions.id');
  return (kindOf(transaction) === 'postgres' ? query.forUpdate('contributions') : query).execute();
}

/** Where each stood last, leaving out where it was unsure. */
async function lastPositions(
  transaction: Transaction<Schema>,
  slug: string,
): Promise<ReadonlyMap<string, ContributionPositionRow>> {
  const rows = await transaction
    .selectFrom('contribution_positions')
    .innerJoin('contributions', 'contributions.id', 'contribution_positions.contribution')
    .selectAll('contribution_positions')
    .where('contributions.slug', '=', slug)
    .where('anchor', 'is not', null)
    .orderBy('contribution')
    .orderBy('seq')
    .execute();
  return new Map(rows.map((row) => [row.contribution, row]));
}

import type { Submission } from '@cmto/contract';
import type { Transaction } from 'kysely';
import { hasSameText } from '../../consultations/text-document.ts';
import { readVersions } from '../../consultations/read-versions.ts';
import type { ContributionRow } from '../../database/contribution-rows.ts';
import { kindOf } from '../../database/kind-of.ts';
import type { Schema } from '../../database/schema.ts';
import { comparisonsTo } from './comparisons.ts';
import { anchorOfTarget, type NewPosition, toPosition } from './position.ts';

/** A contribution that arrives, and the version of the definition that it was written on. */
export interface ArrivedOn {
  readonly row: Pick<ContributionRow, 'slug' | 'received_at'>;
  readonly formVersion: number;
  readonly target: Submission['target'];
}

/**
 * The position of what was written offline on a text that has changed since. Until the transaction ends nobody publishes
 * another version, which would not see this contribution. Undefined: the text is still the one it was written on.
 */
export async function positionArrived(
  transaction: Transaction<Schema>,
  { row: { slug, received_at: at }, formVersion, target }: ArrivedOn,
): Promise<NewPosition | undefined> {
  const anchor = target && anchorOfTarget(target);
  if (!anchor) return undefined;
  if (kindOf(transaction) === 'postgres')
    await transaction.selectFrom('catalogue').select('id').where('id', '=', 'surveys').forShare().execute();
  const newest = await transaction
    .selectFrom('survey_versions')
    .select('version')
    .where('survey_slug', '=', slug)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest || newest.version === formVersion) return undefined;
  const { all, current } = await readVersions(transaction, slug);
  const written = all.get(formVersion);
  if (!current || !written || hasSameText(written, current)) return undefined;
  const { version, document } = current;
  return toPosition(comparisonsTo(current, all)(formVersion, anchor), undefined, {
    version,
    documentVersion: document?.version ?? 1,
    at,
  });
}

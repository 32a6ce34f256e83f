import type { Consultation, Submission } from '@cmto/contract';
import { diffWords, locate, type Anchor } from '@cmto/documents';
import type { Kysely, Transaction } from 'kysely';
import { readVersions } from '../../consultations/read-versions.ts';
import { toTextDocument } from '../../consultations/text-document.ts';
import type { Schema } from '../../database/schema.ts';
import { lockCatalogue } from '../../surveys/survey-repository.ts';
import { ContributionError } from '../contribution-error.ts';
import { changeContribution, lockContribution } from '../contribution-row.ts';
import { anchorOfTarget, type NewPosition, standingOf } from './position.ts';

/** Where a person of the office says that a contribution stands. */
export interface PlacedByHand {
  /** Its key. */
  readonly id: string;
  /** A section of the document as it is published now, perhaps a paragraph of it; undefined: its text is gone. */
  readonly anchor: Anchor | undefined;
  readonly operator: string;
  /** Milliseconds. */
  readonly at: number;
}

/** Places a contribution in the document that is published now; where it stood before stays in its history. Throws a `ContributionError`. */
export async function placeByHand(db: Kysely<Schema>, placed: PlacedByHand): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Nobody publishes another version meanwhile.
    await lockCatalogue(transaction);
    const row = await lockContribution(transaction, placed.id);
    if (!row) throw new ContributionError('it is not there any more');
    const { all, current } = await readVersions(transaction, row.slug);
    const { target, version } = await writtenOn(transaction, placed.id);
    const before = target && anchorOfTarget(target);
    if (!before || !current?.document) throw new ContributionError('it is about no section');
    requirePlace(current, placed.anchor);
    const seq = row.positions + 1;
    const position: NewPosition = {
      version: current.version,
      document_version: current.document.version,
      section: placed.anchor?.section ?? null,
      anchor: placed.anchor ? JSON.stringify(placed.anchor) : null,
      certainty: 1,
      reason: 'by-hand',
      candidates: null,
      at: placed.at,
      operator: placed.operator,
      ...becameOf(textOf(all.get(version), before), placed.anchor, textOf(current, placed.anchor)),
    };
    await transaction
      .insertInto('contribution_positions')
      .values({ contribution: placed.id, seq, ...position })
      .execute();
    await changeContribution(transaction, placed.id, standingOf(position, seq));
  });
}

async function writtenOn(
  transaction: Transaction<Schema>,
  id: string,
): Promise<{ target: Submission['target']; version: number }> {
  const { content, form_version: version } = await transaction
    .selectFrom('responses')
    .select(['content', 'form_version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { target: (JSON.parse(content) as { target?: Submission['target'] }).target, version };
}

function requirePlace(current: Consultation, anchor: Anchor | undefined): void {
  if (!anchor || locate(toTextDocument(current), anchor)) return;
  const { section, paragraph } = anchor;
  throw new ContributionError(
    `the document has no section “${section}”${paragraph === undefined ? '' : ` with a paragraph “${paragraph}”`}`,
  );
}

/** Of the paragraph; undefined where it is about no single one, or is not to be found. */
const textOf = (version: Consultation | undefined, anchor: Anchor | undefined): string | undefined =>
  version && anchor && locate(toTextDocument(version), anchor)?.paragraph?.text;

function becameOf(
  before: string | undefined,
  anchor: Anchor | undefined,
  after: string | undefined,
): Pick<NewPosition, 'state' | 'diff'> {
  if (!anchor) return { state: 'gone', diff: null };
  return before !== undefined && after !== undefined && before !== after
    ? { state: 'changed', diff: JSON.stringify(diffWords(before, after)) }
    : { state: 'moved', diff: null };
}

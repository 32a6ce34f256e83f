import type { Anchor, Candidate, Outcome } from '@cmto/documents';
import type { Submission } from '@cmto/contract';
import type { ContributionPositionRow, ContributionRow } from '../../database/contribution-rows.ts';

/** A position that is still to be written: which contribution's, and its number, follow. */
export type NewPosition = Omit<ContributionPositionRow, 'contribution' | 'seq'>;

/** The version that a position is in, of the definition and of its document. */
export interface InVersion {
  readonly version: number;
  readonly documentVersion: number;
  /** Milliseconds. */
  readonly at: number;
}

/** More is read in the document itself. */
const longestDiff = 20_000;

/** What a contribution is about, in the version it was written on. Undefined: all of the document, which is always there. */
export const anchorOfTarget = ({ section, paragraph, quote }: NonNullable<Submission['target']>): Anchor | undefined =>
  section === undefined
    ? undefined
    : {
        section,
        ...(paragraph === undefined ? {} : { paragraph }),
        ...(quote === undefined ? {} : { quote: { exact: quote } }),
      };

/**
 * What became of a contribution. `before`: its position in the version before, if it has followed one already: what has
 * changed since it was written stays changed, also where the last version left it alone.
 */
export function toPosition(
  outcome: Outcome,
  before: ContributionPositionRow | undefined,
  where: InVersion,
): NewPosition {
  const { state, certainty, reason } = outcome;
  const anchor = 'anchors' in outcome ? outcome.anchors[0] : undefined;
  const diff = state === 'changed' ? JSON.stringify(outcome.diff) : null;
  const position: NewPosition = {
    version: where.version,
    document_version: where.documentVersion,
    state,
    section: anchor?.section ?? null,
    anchor: anchor ? JSON.stringify(anchor) : null,
    certainty,
    reason,
    diff: diff !== null && diff.length <= longestDiff ? diff : null,
    candidates: state === 'unsure' ? JSON.stringify(outcome.candidates) : null,
    at: where.at,
    operator: null,
  };
  const stays = state === 'same' || (state === 'moved' && before?.state === 'changed');
  if (!stays || !before || before.anchor === null) return position;
  return { ...position, state: before.state, reason: before.reason, diff: before.diff };
}

/** Where it stood last. */
export const anchorOf = ({ anchor }: ContributionPositionRow): Anchor | undefined =>
  anchor === null ? undefined : (JSON.parse(anchor) as Anchor);

export const candidatesOf = ({ candidates }: ContributionPositionRow): readonly Candidate[] =>
  candidates === null ? [] : (JSON.parse(candidates) as Candidate[]);

/** What its row says of where a contribution stands now. */
export const standingOf = (
  position: NewPosition,
  seq: number,
): Pick<ContributionRow, 'position' | 'positions' | 'section'> => ({
  position: position.state,
  positions: seq,
  section: position.section,
});

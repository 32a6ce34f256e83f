import type { Contribution, Position, PositionState, Submission } from '@cmto/contract';
import type { DiffPart } from '@cmto/documents';
import type { ContributionPositionRow, ContributionRow } from '../../database/contribution-rows.ts';
import { anchorOf } from './position.ts';

/** Where a contribution stands in the document that is published now, as everybody is told. */
export function toPositionNow(
  { section }: Pick<ContributionRow, 'section'>,
  target: NonNullable<Submission['target']>,
  position: ContributionPositionRow | undefined,
): Pick<Contribution, 'section' | 'paragraph' | 'position'> {
  const paragraph = position ? anchorOf(position)?.paragraph : target.paragraph;
  return {
    ...(section === null ? {} : { section }),
    // What was sent with a contribution is any text; the document's own are names.
    ...(paragraph === undefined || !isName(paragraph) ? {} : { paragraph }),
    ...(position && target.section !== undefined ? { position: toPosition(position, target.section) } : {}),
  };
}

const isName = (paragraph: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._:-]{0,199}$/.test(paragraph);

const toPosition = (position: ContributionPositionRow, writtenOn: string): Position => ({
  state: position.state as PositionState,
  documentVersion: position.document_version,
  writtenOn,
  certainty: Math.round(position.certainty * 100) / 100,
  byHand: position.operator !== null,
  ...(position.diff === null ? {} : { diff: JSON.parse(position.diff) as DiffPart[] }),
});

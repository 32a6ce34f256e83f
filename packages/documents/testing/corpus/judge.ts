import type { Anchor } from '../../src/model/anchor.ts';
import type { Outcome } from '../../src/model/follow/outcome.ts';
import type { TextDocument } from '../../src/model/text-document.ts';
import { paragraphsOf, wordsIn } from './draft.ts';
import type { Case, EditedDocument } from './cases.ts';
import { mostOf } from './label.ts';

/**
 * What an answer is worth: `right`, `queued` (a person looks), `wrong` (silently at a place that is not its own),
 * `lost` (said to be gone and is not) or `misnamed` (the right place, but "same" or "changed" is untrue).
 */
export type Verdict = 'right' | 'queued' | 'wrong' | 'lost' | 'misnamed';

const orderOf = ({ sections }: TextDocument, { paragraph }: Anchor): number =>
  sections.flatMap(({ paragraphs }) => paragraphs).findIndex(({ id }) => id === paragraph);

const textAt = ({ sections }: TextDocument, order: number): string =>
  sections.flatMap(({ paragraphs }) => paragraphs)[order]!.text;

/** Whether the passage found touches a word that was quoted. */
const touches = (
  { first, second }: EditedDocument,
  { paragraph, range }: Case,
  there: number,
  exact: string,
): boolean => {
  const quoted = wordsIn(paragraphsOf(first)[paragraph]!.paragraph).slice(range!.first, range!.last + 1);
  const origins = new Set(quoted.map(({ origin }) => origin));
  const found = wordsIn(paragraphsOf(second)[there]!.paragraph).filter(({ origin }) => origins.has(origin));
  return found.some(({ text }) => exact.includes(text.replace(/[\p{P}\s]+$/u, '').replace(/^.*'/u, '')));
};

const isRightPlace = (edited: EditedDocument, one: Case, anchors: readonly Anchor[]): boolean => {
  const { flow, paragraphFlow, survived } = one.label;
  const [anchor, ...others] = anchors;
  const there = orderOf(edited.to, anchor!);
  const wordsAt = (other: Anchor): number => flow.get(orderOf(edited.to, other)) ?? 0;
  // Cut in two: each piece must have a share of the words, and together they must have them.
  if (others.length > 0)
    return (
      anchors.every((one) => wordsAt(one) > 0) &&
      anchors.reduce((sum, one) => sum + wordsAt(one), 0) >= 0.9 * flow.get(mostOf(flow))!
    );
  if (one.range && !anchor!.quote)
    return survived < 0.6 && (paragraphFlow.get(there) ?? 0) >= 0.9 * paragraphFlow.get(mostOf(paragraphFlow))!;
  if (one.range && !touches(edited, one, there, anchor!.quote!.exact)) return false;
  return (flow.get(there) ?? 0) >= 0.9 * (flow.get(mostOf(flow)) ?? 1);
};

/** With fewer words left than one in five a text was replaced, not reworded: "gone" is true of it. */
const LEFT = 0.2;

const MOVES = /move|section|split|merge|turn/;

const isNamedRight = (edited: EditedDocument, { paragraph }: Case, outcome: Outcome): boolean => {
  if (outcome.state === 'gone' || outcome.state === 'unsure') return true;
  const isEqual = textAt(edited.from, paragraph) === textAt(edited.to, orderOf(edited.to, outcome.anchors[0]));
  if (outcome.state === 'changed') return !isEqual || outcome.anchors.length > 1;
  const isStill = edited.edits.every((name) => !MOVES.test(name));
  return isEqual && (outcome.state === 'same' || !isStill);
};

/** Holds an answer against the truth. */
export const judge = (edited: EditedDocument, one: Case, outcome: Outcome): Verdict => {
  if (outcome.state === 'unsure') return 'queued';
  if (outcome.state === 'gone') return one.label.survived < LEFT ? 'right' : 'lost';
  if (!isRightPlace(edited, one, outcome.anchors)) return 'wrong';
  return isNamedRight(edited, one, outcome) ? 'right' : 'misnamed';
};

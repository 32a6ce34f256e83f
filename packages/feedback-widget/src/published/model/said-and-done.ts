import type { AnswerOutcome, ContributionList, SectionCount } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';

/** In the order in which they are told. */
export const outcomes: readonly AnswerOutcome[] = ['accepted', 'partly', 'not-accepted', 'not-pertinent'];

/** "You said, we did" in figures: of a section, or of all of a consultation. */
export interface SaidAndDone {
  readonly contributions: number;
  readonly agreements: number;
  /** Those that some contribution has. */
  readonly answers: readonly { readonly outcome: AnswerOutcome; readonly contributions: number }[];
  readonly unanswered: number;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const summed = (counts: readonly SectionCount[]): SaidAndDone => {
  const contributions = sum(counts.map((count) => count.contributions));
  const answers = outcomes
    .map((outcome) => ({ outcome, contributions: sum(counts.map((count) => own(count.answers, outcome) ?? 0)) }))
    .filter((answer) => answer.contributions > 0);
  return {
    contributions,
    agreements: sum(counts.map((count) => count.agreements)),
    answers,
    unanswered: contributions - sum(answers.map((answer) => answer.contributions)),
  };
};

/** Of one section; without `section`, of all of it. */
export const saidAndDone = ({ sections }: Pick<ContributionList, 'sections'>, section?: string): SaidAndDone =>
  summed(section === undefined ? sections : sections.filter((count) => own(count, 'section') === section));

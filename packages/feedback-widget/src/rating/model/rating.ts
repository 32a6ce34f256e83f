import type { Answers, RatingQuestion, RatingSubject } from '@cmto/contract';
import { mostDifficultStars } from '@cmto/contract/rules/rating';

/** What a person has said, complete. */
export interface Rating {
  readonly subject: RatingSubject;
  readonly stars: number;
  /** One of the answers to the question that so many stars lead to. */
  readonly answer: string;
  readonly details: string;
}

/** What is asked after so many stars. */
export const questionAfter = (stars: number): RatingQuestion => (stars > mostDifficultStars ? 'liked' : 'difficulty');

/** What the tag's `kind` says; anything but a service is a page. */
export const subjectOf = (kind: string | null): RatingSubject => (kind?.trim() === 'service' ? 'service' : 'page');

/** As the contract's form of ratings has it: what was not said is absent. */
export const toAnswers = ({ subject, stars, answer, details }: Rating): Answers => ({
  subject,
  stars,
  [questionAfter(stars)]: answer,
  ...(details.trim() ? { details } : {}),
});

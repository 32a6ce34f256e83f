/** What a rating is about: the page it stands on, or the service that has just been used there. */
export const ratingSubjects = ['page', 'service'] as const;
export type RatingSubject = (typeof ratingSubjects)[number];

/** Stars run from 1 to this. */
export const mostStars = 5;

/** Up to so many stars are asked what was difficult; more are praise, and are asked what was good. */
export const mostDifficultStars = 3;

/** What can have been good and what difficult, in the order shown: the national model's lists. One of one is chosen. */
export const ratingAnswers = {
  liked: ['clear', 'complete', 'on-track', 'no-problems', 'other'],
  difficulty: ['unclear', 'incomplete', 'off-track', 'problems', 'other'],
} as const;
export type RatingQuestion = keyof typeof ratingAnswers;

/** Characters of the free text: the national model's limit. */
export const longestRatingDetails = 200;

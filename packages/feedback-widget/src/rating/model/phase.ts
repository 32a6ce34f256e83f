/**
 * Where a rating is: stars are asked for, then a reason, then words. Once it is handed over it is on its way
 * (`sending`), waits on the device (`waiting`) or in the open page alone (`unkept`), has arrived, was refused, or was
 * deleted by a person before it could leave.
 */
export type RatingPhase = 'stars' | 'answer' | 'details' | RatingFate;
export type RatingFate = 'sending' | 'waiting' | 'unkept' | 'sent' | 'refused' | 'deleted';

/** Whether the person has nothing more to do. */
export const isOver = (phase: RatingPhase): phase is RatingFate => !['stars', 'answer', 'details'].includes(phase);

export { CmtoRating } from './rating/rating-element.ts';
export { RatingQueuedEvent, RatingSubmitRequestEvent, RatingSubmittedEvent } from './rating/rating-events.ts';

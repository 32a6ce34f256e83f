export { CmtoFeedback } from './feedback/feedback-element.ts';
export {
  FeedbackQueuedEvent,
  FeedbackReadyEvent,
  FeedbackStepEvent,
  FeedbackSubmitRequestEvent,
  FeedbackSubmittedEvent,
} from './feedback/feedback-events.ts';
export { CmtoRating } from './rating/rating-element.ts';
export { RatingQueuedEvent, RatingSubmitRequestEvent, RatingSubmittedEvent } from './rating/rating-events.ts';

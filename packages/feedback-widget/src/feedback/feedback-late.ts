import type { LateKind } from '@cmto/core/form-tag/form-kind';
import { consultationProblemCatalog } from '@cmto/core/locales/consultation-problem-catalog';
import {
  FeedbackQueuedEvent,
  FeedbackStepEvent,
  FeedbackSubmitRequestEvent,
  FeedbackSubmittedEvent,
} from './feedback-events.ts';
import { accompanyContribution } from './observation/accompany-contribution.ts';
import { renderReceived } from './views/received-view.ts';

export { Finish } from '@cmto/core/form-tag/finish/finish';

const events = {
  'submit-request': FeedbackSubmitRequestEvent,
  queued: FeedbackQueuedEvent,
  submitted: FeedbackSubmittedEvent,
} as const;

/** What contributions have of their own once the document or the first questions are shown. */
export const late: LateKind = {
  name: 'consultation',
  submissions: '/contributions',
  catalogs: [consultationProblemCatalog],
  event: (name, detail) => new events[name](detail),
  stepEvent: (detail) => new FeedbackStepEvent(detail),
  companion: accompanyContribution,
  renderReceipt: renderReceived,
};

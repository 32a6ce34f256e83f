import type { LateKind } from '@cmto/core/form-tag/form-kind';
import {
  SurveyQueuedEvent,
  SurveyStepEvent,
  SurveySubmitRequestEvent,
  SurveySubmittedEvent,
} from './survey-late-events.ts';

export { Finish } from '@cmto/core/form-tag/finish/finish';

const events = {
  'submit-request': SurveySubmitRequestEvent,
  queued: SurveyQueuedEvent,
  submitted: SurveySubmittedEvent,
} as const;

/** What surveys have of their own once the first questions are shown. */
export const late: LateKind = {
  name: 'survey',
  submissions: '/responses',
  catalogs: [],
  event: (name, detail) => new events[name](detail),
  stepEvent: (detail) => new SurveyStepEvent(detail),
};

import { SurveyEvent, type SurveyEventDetail } from './survey-events.ts';

/** Another page of the survey is shown; `step` is its id, or `review`. */
export class SurveyStepEvent extends SurveyEvent<SurveyEventDetail & { readonly step: string }> {
  constructor(detail: SurveyEventDetail & { readonly step: string }) {
    super('cmto-survey-step-changed', detail);
  }
}

/** The person asked to send; `preventDefault()` stops it. */
export class SurveySubmitRequestEvent extends SurveyEvent {
  constructor(detail: SurveyEventDetail) {
    super('cmto-survey-submit-request', detail, true);
  }
}

/** The answer is kept on the device until it can be sent. */
export class SurveyQueuedEvent extends SurveyEvent {
  constructor(detail: SurveyEventDetail) {
    super('cmto-survey-queued', detail);
  }
}

/** The server has the answer and has given a receipt. */
export class SurveySubmittedEvent extends SurveyEvent {
  constructor(detail: SurveyEventDetail) {
    super('cmto-survey-submitted', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cmto-survey-step-changed': SurveyStepEvent;
    'cmto-survey-submit-request': SurveySubmitRequestEvent;
    'cmto-survey-queued': SurveyQueuedEvent;
    'cmto-survey-submitted': SurveySubmittedEvent;
  }
}

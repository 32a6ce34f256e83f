import type { FormEventDetail } from '@cmto/core/form-tag/form-kind';

/** What all events of a consultation are like: names and numbers, never a word of what was written. */
class FeedbackEvent<Detail extends FormEventDetail = FormEventDetail> extends CustomEvent<Readonly<Detail>> {
  constructor(name: string, detail: Detail, cancelable = false) {
    super(name, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable });
  }
}

/** The document, or the first questions, can be used. */
export class FeedbackReadyEvent extends FeedbackEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-feedback-ready', detail);
  }
}

/** Another step is shown; `step` is its id, or `review`. */
export class FeedbackStepEvent extends FeedbackEvent<FormEventDetail & { readonly step: string }> {
  constructor(detail: FormEventDetail & { readonly step: string }) {
    super('cmto-feedback-step-changed', detail);
  }
}

/** The person asked to send; `preventDefault()` stops it. */
export class FeedbackSubmitRequestEvent extends FeedbackEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-feedback-submit-request', detail, true);
  }
}

/** The contribution is kept on the device until it can be sent. */
export class FeedbackQueuedEvent extends FeedbackEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-feedback-queued', detail);
  }
}

/** The server has the contribution and has given a receipt. */
export class FeedbackSubmittedEvent extends FeedbackEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-feedback-submitted', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cmto-feedback-ready': FeedbackReadyEvent;
    'cmto-feedback-step-changed': FeedbackStepEvent;
    'cmto-feedback-submit-request': FeedbackSubmitRequestEvent;
    'cmto-feedback-queued': FeedbackQueuedEvent;
    'cmto-feedback-submitted': FeedbackSubmittedEvent;
  }
}

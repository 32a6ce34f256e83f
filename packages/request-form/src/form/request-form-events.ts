import type { FormEventDetail } from '@cmto/core/form-tag/form-kind';

/** What all events of a request are like: names and numbers, never an answer, nor a code or a register's number. */
class RequestFormEvent<Detail extends FormEventDetail = FormEventDetail> extends CustomEvent<Readonly<Detail>> {
  constructor(name: string, detail: Detail, cancelable = false) {
    super(name, { detail: Object.freeze(detail), bubbles: true, composed: true, cancelable });
  }
}

/** The first questions can be answered. */
export class RequestReadyEvent extends RequestFormEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-request-ready', detail);
  }
}

/** Another step is shown; `step` is its id, or `review`. */
export class RequestStepEvent extends RequestFormEvent<FormEventDetail & { readonly step: string }> {
  constructor(detail: FormEventDetail & { readonly step: string }) {
    super('cmto-request-step-changed', detail);
  }
}

/** The person asked to send; `preventDefault()` stops it. */
export class RequestSubmitRequestEvent extends RequestFormEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-request-submit-request', detail, true);
  }
}

/** The request is kept on the device until it can be sent. */
export class RequestQueuedEvent extends RequestFormEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-request-queued', detail);
  }
}

/** The server has the request and has given a receipt. */
export class RequestSubmittedEvent extends RequestFormEvent {
  constructor(detail: FormEventDetail) {
    super('cmto-request-submitted', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cmto-request-ready': RequestReadyEvent;
    'cmto-request-step-changed': RequestStepEvent;
    'cmto-request-submit-request': RequestSubmitRequestEvent;
    'cmto-request-queued': RequestQueuedEvent;
    'cmto-request-submitted': RequestSubmittedEvent;
  }
}

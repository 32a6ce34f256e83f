import type { RatingSubject } from '@cmto/contract';

/** What the page around may know: what was rated, never how. */
export interface RatingEventDetail {
  readonly kind: RatingSubject;
}

class RatingEvent extends CustomEvent<Readonly<RatingEventDetail>> {
  constructor(name: string, kind: RatingSubject, cancelable = false) {
    super(name, { detail: Object.freeze({ kind }), bubbles: true, composed: true, cancelable });
  }
}

/** The person asked to send; `preventDefault()` stops it. */
export class RatingSubmitRequestEvent extends RatingEvent {
  constructor(kind: RatingSubject) {
    super('cmto-rating-submit-request', kind, true);
  }
}

/** The rating is kept on the device until it can be sent. */
export class RatingQueuedEvent extends RatingEvent {
  constructor(kind: RatingSubject) {
    super('cmto-rating-queued', kind);
  }
}

/** The server has the rating. */
export class RatingSubmittedEvent extends RatingEvent {
  constructor(kind: RatingSubject) {
    super('cmto-rating-submitted', kind);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cmto-rating-submit-request': RatingSubmitRequestEvent;
    'cmto-rating-queued': RatingQueuedEvent;
    'cmto-rating-submitted': RatingSubmittedEvent;
  }
}

import type { LateKind } from '@cmto/core/form-tag/form-kind';
import {
  RequestQueuedEvent,
  RequestStepEvent,
  RequestSubmitRequestEvent,
  RequestSubmittedEvent,
} from './request-form-events.ts';
import { renderElsewhere } from './elsewhere-view.ts';
import { serviceOf } from './procedure-box-view.ts';
import { renderRegistration } from './registration-view.ts';

export { Finish } from '@cmto/core/form-tag/finish/finish';

const events = {
  'submit-request': RequestSubmitRequestEvent,
  queued: RequestQueuedEvent,
  submitted: RequestSubmittedEvent,
} as const;

/** What requests have of their own once the first questions are shown. */
export const late: LateKind = {
  name: 'service',
  submissions: '/requests',
  catalogs: [],
  event: (name, detail) => new events[name](detail),
  stepEvent: (detail) => new RequestStepEvent(detail),
  accompany(finish) {
    const { identity } = serviceOf(finish.survey);
    if (identity === 'eid')
      return import('./sign-in/accompany-sign-in.ts').then((code) => code.accompanySignIn(finish));
    if (identity !== 'email') return undefined;
    return import('../confirm/accompany-confirm.ts').then((code) => code.accompanyConfirm(finish));
  },
  renderElsewhere,
  renderReceipt: renderRegistration,
  // Without its number the code that came by e-mail comes first.
  asks: ({ register }) => !register,
};

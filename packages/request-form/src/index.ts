export { CmtoReceipt } from './receipt-element.ts';
export { CmtoRequestForm } from './request-form-element.ts';
export { CmtoRequestStatus } from './request-status-element.ts';
export {
  RequestQueuedEvent,
  RequestReadyEvent,
  RequestStepEvent,
  RequestSubmitRequestEvent,
  RequestSubmittedEvent,
} from './form/request-form-events.ts';

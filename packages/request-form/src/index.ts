export { CmtoReceipt } from './receipt-element.ts';
export { CmtoRequestStatus } from './request-status-element.ts';

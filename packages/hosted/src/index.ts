export { renderReceiptPage, type ReceiptPageRequest } from './render-receipt-page.ts';

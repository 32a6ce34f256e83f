export type { FooterLinks } from './document.ts';
export { renderServicePage, type ServicePageRequest } from './render-service-page.ts';
export { renderReceiptPage, type ReceiptPageRequest } from './render-receipt-page.ts';

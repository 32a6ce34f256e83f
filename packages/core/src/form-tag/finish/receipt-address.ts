import type { Receipt } from '@cmto/contract';

/** The receipt's page in the language that the person reads now, not in that of the browser. */
export const receiptAddress = (receipt: Receipt, language: string): string => {
  const address = new URL(receipt.url);
  address.searchParams.set('lang', language);
  return address.href;
};

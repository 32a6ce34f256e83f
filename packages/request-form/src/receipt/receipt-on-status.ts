import type { ReceiptTag } from '../receipt-tag.ts';
import { renderReceipt } from './receipt-view.ts';
import { receiptCatalog } from './receipt-words.ts';

/** The receipt where requests are followed: few come there with the code of an answer. With the words of its language. */
export const bringReceipt = async ({ catalogs, words }: ReceiptTag): Promise<typeof renderReceipt> => {
  if (!catalogs.includes(receiptCatalog)) catalogs.push(receiptCatalog);
  await words.load();
  return renderReceipt;
};

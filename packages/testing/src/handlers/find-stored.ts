import type { StoredResponse } from '../store/stored.ts';
import type { MockContext } from './mock-api.ts';
import { Refusal } from './refusal.ts';

/** The submission whose receipt has this code. Throws `receipt.not-found`. */
export const findStored = async ({ store, erased }: MockContext, code: string): Promise<StoredResponse> => {
  const stored = (await store.all()).find(({ receipt }) => receipt.receiptCode === code);
  if (!stored || erased.has(stored.receipt.id)) throw new Refusal('receipt.not-found');
  return stored;
};

import type { ReceiptStatus } from '@cmto/contract';
import { isReceiptStatus, isRequestStatus } from '@cmto/contract/guards/receipt';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/** What became of the submission whose receipt has this code. Rejects with a `KitError`. */
export const getReceipt = async (api: ApiClient, code: string, signal: AbortSignal): Promise<ReceiptStatus> => {
  const body = await api.request(`/receipts/${code}`, { signal });
  const isWhole = isReceiptStatus(body) && (body.kind !== 'request' || isRequestStatus(body));
  if (!isWhole || body.receiptCode !== code) {
    throw new KitError('network.unexpected', 'the answer is not about this receipt');
  }
  return body;
};

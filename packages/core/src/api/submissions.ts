import type { Receipt, Submission } from '@cmto/contract';
import { isReceipt } from '@cmto/contract/guards/receipt';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/**
 * Sends a submission under its id. Success is only a receipt that carries this very id: a captive portal answers 200
 * too. Rejects with a `KitError`.
 */
export const postSubmission = async (
  api: ApiClient,
  path: string,
  id: string,
  submission: Submission,
): Promise<Receipt> => {
  const body = await api.request(path, { method: 'POST', body: submission, headers: { 'Idempotency-Key': id } });
  if (!isReceipt(body) || body.id !== id) throw new KitError('network.unexpected', 'the answer is no receipt of ours');
  return body;
};

import type { RequestMessage, SentMessage } from '@cmto/contract';
import { isRequestMessage } from '@cmto/contract/guards/receipt';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/** Sends a message to a receipt under its id. Success is only that very message. Rejects with a `KitError`. */
export const postMessage = async (
  api: ApiClient,
  path: string,
  id: string,
  message: SentMessage,
): Promise<RequestMessage> => {
  const body = await api.request(path, { method: 'POST', body: message, headers: { 'Idempotency-Key': id } });
  if (!isRequestMessage(body) || body.id !== id) {
    throw new KitError('network.unexpected', 'the answer is no message of ours');
  }
  return body;
};

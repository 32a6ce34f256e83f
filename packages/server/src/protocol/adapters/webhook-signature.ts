import { createHmac, type KeyObject } from 'node:crypto';

/** The key of a department's webhook: derived, so that it is stored nowhere, and of no use at another address. */
export const webhookKey = (secret: KeyObject, department: string, target: string): Buffer =>
  createHmac('sha256', secret).update(`webhook ${department} ${target}`).digest();

/** As receivers' libraries want it typed (Standard Webhooks). */
export const keyText = (key: Buffer): string => `whsec_${key.toString('base64')}`;

/**
 * Headers after the Standard Webhooks specification: HMAC-SHA256 of id, time and body. A receiver refuses what is older
 * than five minutes, and takes the same id for the same document.
 */
export async function signatureHeaders(
  key: Buffer,
  { id, at, body }: { readonly id: string; readonly at: number; readonly body: AsyncIterable<Buffer> },
): Promise<Record<string, string | number>> {
  const seconds = Math.floor(at / 1000);
  const hmac = createHmac('sha256', key).update(`${id}.${seconds}.`);
  let length = 0;
  for await (const chunk of body) {
    hmac.update(chunk);
    length += chunk.length;
  }
  return {
    'Content-Type': 'application/json',
    'Content-Length': length,
    'Idempotency-Key': id,
    'Webhook-Id': id,
    'Webhook-Timestamp': seconds,
    'Webhook-Signature': `v1,${hmac.digest('base64')}`,
  };
}

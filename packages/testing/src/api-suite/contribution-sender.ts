import type { ContributionStatus, Submission } from '@cmto/contract';
import { contributionStatusSchema, receiptSchema } from '@cmto/contract/schemas';
import { aContribution, aKey } from '../builders/index.ts';
import { type Ask, expectJson } from './service.ts';

/** Sends contributions to the service under test, and asks what became of them. */
export const contributionSender = (ask: Ask) => {
  const send = (
    body: Submission | object | string,
    { key = aKey(), slug = 'verifica-osservazioni' } = {},
  ): Promise<Response> =>
    ask(`/consultations/${slug}/contributions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    send,
    /** Sends a contribution that has to be taken. */
    sent: async (body: Submission | object = aContribution(), to: { key?: string; slug?: string } = {}) =>
      receiptSchema.parse(await expectJson(await send(body, to), 201)),
    /** What the receipt tells, in the contract's shape. */
    status: async (code: string): Promise<ContributionStatus> =>
      contributionStatusSchema.parse(await expectJson(await ask(`/receipts/${code}`), 200)),
  };
};

import type { RequestStatus } from '@cmto/contract';
import { receiptStatusSchema } from '@cmto/contract/schemas';
import { aKey, aRequest } from '../builders/index.ts';
import { type Ask, expect, expectJson } from './service.ts';

/** A receipt as whoever sent a request has it. */
export interface Sent {
  readonly id: string;
  readonly receiptCode: string;
  readonly register?: { readonly number: string };
}

/** Sends requests and what belongs to them to the service under test. */
export interface RequestSender {
  send(body: object | string, sent?: { readonly key?: string; readonly slug?: string }): Promise<Response>;
  /** Sends a request that has to be taken. */
  sent(slug?: string, key?: string): Promise<Sent>;
  write(code: string, message: object | string, key?: string): Promise<Response>;
  /** What the receipt tells, in the contract's shape. */
  status(code: string): Promise<RequestStatus>;
}

export const requestSender = (ask: Ask): RequestSender => {
  const post = (path: string, key: string, body: object | string): Promise<Response> =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const send: RequestSender['send'] = (body, { key = aKey(), slug = 'verifica-richieste' } = {}) =>
    post(`/services/${slug}/requests`, key, body);
  return {
    send,
    sent: async (slug = 'verifica-richieste', key = aKey()) =>
      (await expectJson(await send(aRequest(), { key, slug }), 201)) as Sent,
    write: (code, message, key = aKey()) =>
      post(`/receipts/${code}/messages`, key, typeof message === 'string' ? message : { language: 'it', ...message }),
    async status(code) {
      const status = receiptStatusSchema.parse(await expectJson(await ask(`/receipts/${code}`), 200));
      expect(status.kind === 'request', 'the receipt is of a request');
      return status;
    },
  };
};

import type { Message } from '../proxy/message-reader.ts';
import { keyOf, methodOf } from '../proxy/plan.ts';
import type { Ledger } from './ledger.ts';

/** Writes down what the server answered to a submission: at the proxy, before anything happens to it. */
export const hearProxy =
  (ledger: Ledger) =>
  (request: Message, answer: Message): void => {
    if (methodOf(request) !== 'POST' || keyOf(request) === '') return;
    ledger.hearServer(keyOf(request), {
      status: Number(answer.start.slice(9, 12)),
      body: answer.bytes.toString('utf8', answer.bodyAt),
      retryAfter: answer.headers.get('retry-after'),
    });
  };

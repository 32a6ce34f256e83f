import type { RequestMessage, SentMessage } from '@cmto/contract';
import { requestMessageSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { contributionStatusOf } from './consultation-handlers.ts';
import { readReceiptCode } from './digest.ts';
import { findStored } from './find-stored.ts';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readMessage } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';
import { requestStatusOf } from './service-handlers.ts';

/** What is sent to a request or a contribution that is there. */
export const messageHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/receipts/:code/messages', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const sent = await readMessage(request);
      const code = readReceiptCode(params['code']!);
      const { message, replayed } = await take(context, code, key, sent);
      return jsonResponse(requestMessageSchema, message, {
        status: replayed ? 200 : 201,
        headers: replayed ? { 'Idempotent-Replayed': 'true' } : {},
      });
    },
  });

const take = async (
  context: MockContext,
  code: string,
  key: string,
  sent: SentMessage,
): Promise<{ message: RequestMessage; replayed: boolean }> => {
  if (!context.requests.find(code)) {
    const stored = await findStored(context, code);
    if (context.consultations.has(stored.slug)) {
      contributionStatusOf(context, stored);
      return context.contributions.take(code, key, sent, context.now());
    }
    // The receipt of an answer takes no messages.
    if (!context.services.has(stored.slug)) throw new Refusal('message.not-possible');
    requestStatusOf(context, stored);
  }
  return context.requests.take(code, key, sent, context.now(), context.store);
};

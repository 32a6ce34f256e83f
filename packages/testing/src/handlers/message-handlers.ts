import { requestMessageSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { readReceiptCode } from './digest.ts';
import { findStored } from './find-stored.ts';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readMessage } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';
import { requestStatusOf } from './service-handlers.ts';

/** What is sent to a request that is there. */
export const messageHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/receipts/:code/messages', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const sent = await readMessage(request);
      const code = readReceiptCode(params['code']!);
      await openRequest(context, code);
      const { message, replayed } = await context.requests.take(code, key, sent, context.now(), context.store);
      return jsonResponse(requestMessageSchema, message, {
        status: replayed ? 200 : 201,
        headers: replayed ? { 'Idempotent-Replayed': 'true' } : {},
      });
    },
  });

/** Has a request be there that came in here, and that nobody has looked at since. */
const openRequest = async (context: MockContext, code: string): Promise<void> => {
  if (context.requests.find(code)) return;
  const stored = await findStored(context, code);
  // The receipt of an answer takes no messages.
  if (!context.services.has(stored.slug)) throw new Refusal('message.not-possible');
  requestStatusOf(context, stored);
};

import { requestMessageSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { readReceiptCode } from './digest.ts';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readMessage } from './read-request.ts';
import { serve } from './serve.ts';

/** What is sent to a request that is there. */
export const messageHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/receipts/:code/messages', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const sent = await readMessage(request);
      const code = readReceiptCode(params['code']!);
      const { message, replayed } = await context.requests.take(code, key, sent, context.now(), context.store);
      return jsonResponse(requestMessageSchema, message, {
        status: replayed ? 200 : 201,
        headers: replayed ? { 'Idempotent-Replayed': 'true' } : {},
      });
    },
  });

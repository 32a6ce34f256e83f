import { ratingSurvey } from '@cmto/contract';
import { receiptSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readRatingSubmission } from './read-request.ts';
import { serve } from './serve.ts';

/** Ratings of pages and services. */
export const ratingHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/ratings', {
    post: async ({ request }) => {
      const key = readKey(request);
      const rating = await readRatingSubmission(request);
      const { receipt, replayed } = await context.ratingIntake.submit(ratingSurvey.slug, key, rating);
      return jsonResponse(receiptSchema, receipt, {
        status: replayed ? 200 : 201,
        headers: { Location: receipt.url, ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}) },
      });
    },
  });

import { ratingSurvey } from '@cmto/contract';
import { receiptStatusSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { readReceiptCode } from './digest.ts';
import { contributionStatusOf } from './consultation-handlers.ts';
import { findStored } from './find-stored.ts';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { serve } from './serve.ts';
import { requestStatusOf } from './service-handlers.ts';

/** What became of a submission, for whoever holds its code. */
export const receiptHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/receipts/:code', {
    get: async ({ params }) => {
      const code = readReceiptCode(params['code']!);
      const request = context.requests.find(code);
      if (request) return jsonResponse(receiptStatusSchema, request);
      const stored = await findStored(context, code);
      const { receipt, slug, submission } = stored;
      if (context.services.has(slug)) return jsonResponse(receiptStatusSchema, requestStatusOf(context, stored));
      if (context.consultations.has(slug))
        return jsonResponse(receiptStatusSchema, contributionStatusOf(context, stored));
      const isRating = slug === ratingSurvey.slug;
      const survey = isRating ? ratingSurvey : context.surveys.any(slug, submission.formVersion);
      return jsonResponse(receiptStatusSchema, {
        ...receipt,
        kind: isRating ? 'rating' : 'survey',
        slug,
        title: survey.title,
        // An anonymous answer does not keep its language.
        language: survey.attribution === 'anonymous' ? survey.languages[0]! : submission.language,
        state: 'received',
      });
    },
  });

import { schemaRef } from './components.ts';
import { ratingExample, receiptExample } from './examples.ts';
import { parameterRef } from './parameters.ts';
import { failures, success } from './responses.ts';

/** Ratings of pages and services. */
export const ratings = {
  '/ratings': {
    post: {
      operationId: 'postRating',
      tags: ['ratings'],
      summary: 'Rate a page or a service',
      description:
        'Answers are `subject` (`page` or `service`), `stars` (1 to 5), with more than 3 of them `liked`, else ' +
        '`difficulty`, and `details` of up to 200 characters. Anonymous: of the time only the day is stored. The same ' +
        'key with the same content is answered with the same receipt, for ever. No cookie is used.',
      parameters: [parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaRef('RatingSubmission'), example: ratingExample } },
      },
      responses: {
        200: success(
          'It had arrived before: the same receipt',
          'Receipt',
          ['Idempotent-Replayed', 'Location', 'Cache-Control'],
          receiptExample,
        ),
        201: success('Stored', 'Receipt', ['Location', 'Cache-Control'], receiptExample),
        ...failures([
          'request.malformed',
          'request.invalid',
          'request.too-large',
          'request.unsupported-type',
          'idempotency.missing',
          'idempotency.mismatch',
          'idempotency.in-flight',
          'submission.invalid',
          'submission.erased',
          'survey.version-unknown',
          'origin.not-allowed',
        ]),
      },
    },
  },
};

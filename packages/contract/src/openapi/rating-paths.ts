import { schemaRef } from './components.ts';
import { ratingExample } from './examples.ts';
import { parameterRef } from './parameters.ts';
import { ofBodies, receiptOf } from './submitting.ts';

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
      responses: receiptOf([...ofBodies.filter((code) => code !== 'attachment.missing'), 'survey.version-unknown']),
    },
  },
};

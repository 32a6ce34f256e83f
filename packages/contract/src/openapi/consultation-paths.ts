import { parameterRef } from './parameters.ts';
import { failures, success } from './responses.ts';

/** Consultations. */
export const consultations = {
  '/consultations/{slug}': {
    get: {
      operationId: 'getConsultation',
      tags: ['consultations'],
      summary: 'Definition of a consultation',
      description:
        'Texts, dates, document, form, and the rules by which contributions are published. Answered also before it ' +
        'opens and after it closes, with its dates.',
      parameters: [parameterRef('slug'), parameterRef('version'), parameterRef('ifNoneMatch')],
      responses: {
        200: success('The definition', 'Consultation', ['ETag', 'Cache-Control']),
        304: success('What is held still stands', undefined, ['ETag', 'Cache-Control']),
        ...failures([
          'consultation.not-found',
          'consultation.version-withdrawn',
          'request.invalid',
          'origin.not-allowed',
        ]),
      },
    },
  },
};

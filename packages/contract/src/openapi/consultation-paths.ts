import { schemaRef } from './components.ts';
import { receiptExample } from './examples.ts';
import { parameterRef } from './parameters.ts';
import { failures, success } from './responses.ts';
import { ofBodies, replayed } from './submitting.ts';

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
  '/consultations/{slug}/contributions': {
    post: {
      operationId: 'postContribution',
      tags: ['consultations'],
      summary: 'Send an observation, an idea or a need',
      description:
        'Stores one contribution for good before answering, registered where the consultation wants it. `target` says ' +
        'which section it is about, and the passage quoted. What looks like spam, or holds personal data, is accepted ' +
        'and flagged. The same key with the same content is answered with the same receipt, for ever.',
      parameters: [parameterRef('slug'), parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaRef('Submission'),
            example: {
              formVersion: 1,
              language: 'it',
              answers: { tipo: 'observation', testo: 'Servono piste anche nelle valli.' },
              target: { documentVersion: 1, section: '2.1', quote: 'piste continue' },
              check: { trap: '' },
            },
          },
        },
      },
      responses: {
        200: success('It had arrived before: the same receipt', 'Receipt', replayed, receiptExample),
        201: success('Stored', 'Receipt', ['Location', 'Cache-Control'], receiptExample),
        ...failures([
          ...ofBodies,
          'consultation.not-found',
          'consultation.not-open',
          'consultation.closed',
          'consultation.version-withdrawn',
          'consultation.version-unknown',
        ]),
      },
    },
  },
};

import { schemaRef } from './components.ts';
import { parameterRef } from './parameters.ts';
import { failures, success } from './responses.ts';
import { ofBodies, receiptOf } from './submitting.ts';

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
    get: {
      operationId: 'getContributions',
      tags: ['consultations'],
      summary: 'Published contributions, with the office’s answers',
      description:
        'What is published, never who: counts per section, topic and zone, and the contributions by their public ' +
        'names. JSON, CSV or Atom, under the licence that is named in each.',
      parameters: [
        parameterRef('slug'),
        parameterRef('section'),
        parameterRef('topic'),
        parameterRef('zone'),
        parameterRef('cursor'),
        parameterRef('limit'),
        parameterRef('format'),
        parameterRef('ifNoneMatch'),
      ],
      responses: {
        200: success('The contributions', 'ContributionList', ['ETag', 'Cache-Control']),
        304: success('What is held still stands', undefined, ['ETag', 'Cache-Control']),
        ...failures(['consultation.not-found', 'request.invalid', 'origin.not-allowed']),
      },
    },
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
      responses: receiptOf([
        ...ofBodies,
        'consultation.not-found',
        'consultation.not-open',
        'consultation.closed',
        'consultation.version-withdrawn',
        'consultation.version-unknown',
      ]),
    },
  },
  '/contributions/{id}/endorsements': {
    post: {
      operationId: 'postEndorsement',
      tags: ['consultations'],
      summary: 'Agree with a contribution',
      description:
        'One per key of a device, which without cookies is all that can be promised. The same key again is answered ' +
        'with the same count; the same device under another key is told that it agrees already.',
      parameters: [parameterRef('contributionId'), parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaRef('Endorsement'),
            example: { device: '6f1d9d0e-3b5c-4d0f-9a6b-2f6d3c1e8a47' },
          },
        },
      },
      responses: {
        200: success('It had arrived before', 'Endorsed', ['Idempotent-Replayed', 'Cache-Control']),
        201: success('Counted', 'Endorsed', ['Cache-Control']),
        ...failures([
          'request.malformed',
          'request.invalid',
          'request.too-large',
          'request.unsupported-type',
          'idempotency.missing',
          'idempotency.mismatch',
          'contribution.not-found',
          'contribution.already-endorsed',
          'origin.not-allowed',
        ]),
      },
    },
  },
};

import { schemaRef } from './components.ts';
import { submissionExample } from './examples.ts';
import { parameterRef } from './parameters.ts';
import { failures, success } from './responses.ts';
import { ofBodies, receiptOf, replayed } from './submitting.ts';

/** Services and the requests sent to them. */
export const services = {
  '/services/{slug}': {
    get: {
      operationId: 'getService',
      tags: ['services'],
      summary: 'Definition of a service',
      description: 'Texts, procedure and form. Answered also before the service opens and after it closes.',
      parameters: [parameterRef('slug'), parameterRef('version'), parameterRef('ifNoneMatch')],
      responses: {
        200: success('The definition', 'Service', ['ETag', 'Cache-Control']),
        304: success('What is held still stands', undefined, ['ETag', 'Cache-Control']),
        ...failures(['service.not-found', 'service.version-withdrawn', 'request.invalid', 'origin.not-allowed']),
      },
    },
  },
  '/services/{slug}/requests': {
    post: {
      operationId: 'postRequest',
      tags: ['services'],
      summary: 'Send a request',
      description:
        'Stores and registers one request for good before answering. With identity `email` it is registered once its ' +
        'code has come back, as a message on the receipt. The same key with the same content is answered with the ' +
        'same receipt, for ever. No cookie is used.',
      parameters: [parameterRef('slug'), parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaRef('RequestSubmission'), example: submissionExample } },
      },
      responses: receiptOf([
        ...ofBodies,
        'identity.required',
        'service.not-found',
        'service.not-open',
        'service.closed',
        'service.version-withdrawn',
        'service.version-unknown',
      ]),
    },
  },
};

/** What is sent to a request that is there. */
export const messages = {
  '/receipts/{receiptCode}/messages': {
    post: {
      operationId: 'postMessage',
      tags: ['receipts'],
      summary: 'Add to a request, withdraw it, confirm its address, ask for its erasure; appeal for a contribution',
      description:
        'An addition is registered and linked to the request; if the office waited for it, the clock goes on. The same ' +
        'key with the same content is answered with the same message.',
      parameters: [parameterRef('receiptCode'), parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: schemaRef('SentMessage'),
            example: { kind: 'addition', text: 'Ecco la planimetria.', language: 'it' },
          },
        },
      },
      responses: {
        200: success('It had arrived before: the same message', 'RequestMessage', replayed),
        201: success('Stored', 'RequestMessage', ['Location', 'Cache-Control']),
        ...failures([
          ...ofBodies,
          'receipt.not-found',
          'message.not-possible',
          'message.code-wrong',
          'message.code-expired',
        ]),
      },
    },
  },
};

import { schemaRef } from './components.ts';
import { consultations } from './consultation-paths.ts';
import { submissionExample } from './examples.ts';
import { parameterRef } from './parameters.ts';
import { failures, success, unlimited } from './responses.ts';
import { ratings } from './rating-paths.ts';
import { messages, services } from './service-paths.ts';
import { signInPaths } from './sign-in-paths.ts';
import { ofBodies, receiptOf } from './submitting.ts';

const notModified = success('What is held still stands', undefined, ['ETag', 'Cache-Control']);

const surveys = {
  '/surveys/{slug}': {
    get: {
      operationId: 'getSurvey',
      tags: ['surveys'],
      summary: 'Definition of a survey',
      description: 'Texts, terms and form. Answered also before the survey opens and after it closes, with its dates.',
      parameters: [parameterRef('slug'), parameterRef('version'), parameterRef('ifNoneMatch')],
      responses: {
        200: success('The definition', 'Survey', ['ETag', 'Cache-Control']),
        304: notModified,
        ...failures(['survey.not-found', 'survey.version-withdrawn', 'request.invalid', 'origin.not-allowed']),
      },
    },
  },
  '/surveys/{slug}/responses': {
    post: {
      operationId: 'postResponse',
      tags: ['surveys'],
      summary: 'Answer a survey',
      description:
        'Stores one submission for good before answering. The same key with the same content is answered with the same ' +
        'receipt, for ever. No cookie is used.',
      parameters: [parameterRef('slug'), parameterRef('idempotencyKey')],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaRef('Submission'), example: submissionExample } },
      },
      responses: receiptOf([
        ...ofBodies,
        'survey.not-found',
        'survey.not-open',
        'survey.closed',
        'survey.version-withdrawn',
        'survey.version-unknown',
      ]),
    },
  },
  '/surveys/{slug}/results': {
    get: {
      operationId: 'getResults',
      tags: ['surveys'],
      summary: 'Published results of a survey',
      description:
        'Aggregates of the closed questions. A figure of fewer people than the threshold is null, with the reason.',
      parameters: [parameterRef('slug'), parameterRef('ifNoneMatch')],
      responses: {
        200: success('The aggregates', 'Results', ['ETag', 'Cache-Control']),
        304: notModified,
        ...failures(['survey.not-found', 'results.not-published', 'origin.not-allowed']),
      },
    },
  },
};

const attachments = {
  '/attachments/{sha256}': {
    put: {
      operationId: 'putAttachment',
      tags: ['attachments'],
      summary: 'Store a file',
      description:
        'A file of up to 10 MB, whole or in parts, before the submission that names it. Kept under the key and the ' +
        'hash. What arrives of a part counts, also when the connection is cut; bytes that are there already are ' +
        'passed over. Once all are there they are held against the hash, the type and a virus scanner.',
      parameters: [parameterRef('sha256'), parameterRef('idempotencyKey'), parameterRef('contentRange')],
      requestBody: {
        required: true,
        description: 'The bytes, under the media type of the file',
        content: {
          'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: 10_485_760 } },
        },
      },
      responses: {
        200: success('It had arrived before', 'StoredFile', ['Idempotent-Replayed', 'Upload-Offset', 'Cache-Control']),
        201: success('The file is whole and stored', 'StoredFile', ['Upload-Offset', 'Cache-Control']),
        202: success('All bytes before the offset have arrived', 'FilePart', ['Upload-Offset', 'Cache-Control']),
        ...failures([
          'request.invalid',
          'request.not-found',
          'request.unsupported-type',
          'idempotency.missing',
          'idempotency.in-flight',
          'attachment.offset',
          'attachment.mismatch',
          'attachment.infected',
          'attachment.too-large',
          'origin.not-allowed',
        ]),
      },
    },
    head: {
      operationId: 'headAttachment',
      tags: ['attachments'],
      summary: 'How much of a file has arrived',
      description: '`Upload-Offset` equals the size only once the file is whole and stored.',
      parameters: [parameterRef('sha256'), parameterRef('idempotencyKey')],
      responses: {
        200: success('Some of it is there', undefined, ['Upload-Offset', 'Cache-Control']),
        ...failures(['request.not-found', 'idempotency.missing', 'origin.not-allowed'], { body: false }),
      },
    },
  },
};

const others = {
  '/status': {
    get: {
      operationId: 'getStatus',
      tags: ['status'],
      summary: 'Whether the service can take answers',
      description: 'Asks the database, too. Not counted against the rate.',
      responses: {
        200: unlimited(success('It can', 'Status', ['Cache-Control'], { status: 'ok' })),
        ...failures([], { limited: false }),
      },
    },
  },
  '/receipts/{receiptCode}': {
    get: {
      operationId: 'getReceipt',
      tags: ['receipts'],
      summary: 'What became of a submission',
      description:
        'For the person who holds the code. Of an answer it tells that it arrived; of a request, all that became of it.',
      parameters: [parameterRef('receiptCode')],
      responses: {
        200: success('The receipt', 'ReceiptStatus', ['Cache-Control']),
        ...failures(['receipt.not-found', 'origin.not-allowed']),
      },
    },
  },
  '/municipalities': {
    get: {
      operationId: 'getMunicipalities',
      tags: ['municipalities'],
      summary: 'The 312 municipalities with their homogeneous zones',
      description: 'Names, codes and population: ISTAT. Zones are not an official list.',
      parameters: [parameterRef('ifNoneMatch')],
      responses: {
        200: success('The list', 'MunicipalityList', ['ETag', 'Cache-Control']),
        304: notModified,
        ...failures([]),
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'getOpenApi',
      tags: ['status'],
      summary: 'This document',
      description: 'OpenAPI 3.1 of everything served.',
      parameters: [parameterRef('ifNoneMatch')],
      responses: {
        200: {
          ...success('The document', undefined, ['ETag', 'Cache-Control']),
          content: {
            'application/json': {
              schema: { type: 'object', description: 'An OpenAPI 3.1 document', maxProperties: 100 },
            },
          },
        },
        304: notModified,
        ...failures([]),
      },
    },
  },
};

/** Every route served, by path. */
export const paths = {
  ...others,
  ...surveys,
  ...consultations,
  ...ratings,
  ...services,
  ...messages,
  ...attachments,
  ...signInPaths,
};

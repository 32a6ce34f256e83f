import { componentSchemas } from './components.ts';
import { parameters } from './parameters.ts';
import { paths } from './paths.ts';
import { headers } from './responses.ts';

export interface OpenApiOptions {
  /** Origin at which the service is reached, https, without a slash at the end. */
  readonly publicUrl?: string;
}

const tags = [
  { name: 'attachments', description: 'Files that submissions name' },
  { name: 'consultations', description: 'What people are asked to contribute to, and the contributions' },
  { name: 'municipalities', description: 'The territory' },
  { name: 'ratings', description: 'How clear a page is, how easy a service was' },
  { name: 'receipts', description: 'What a person can read about their own submission' },
  { name: 'services', description: 'Services that take requests, and the requests' },
  { name: 'sign-in', description: 'Who sends a request, where a service asks for an electronic identity' },
  { name: 'status', description: 'Health of the service and its description' },
  { name: 'surveys', description: 'Surveys, polls and satisfaction questionnaires' },
];

/**
 * The contract as OpenAPI 3.1, made from the schemas. Follows the Italian interoperability guidelines: problem+json
 * everywhere, rate headers, formats of numbers, `/status`.
 */
export const openApiDocument = ({ publicUrl = 'https://partecipa.example.it' }: OpenApiOptions = {}): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Participation kit of the Metropolitan City of Turin',
    summary: 'Surveys, requests and receipts for public participation',
    'x-summary': 'Surveys, requests and receipts for public participation',
    'x-api-id': 'urn:cmto:participation-kit',
    description:
      'One definition to read, one kind of submission to post, one kind of receipt back. Public routes use no cookies ' +
      'and no credentials; personal data are never cached.',
    version: '0.1.0',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    contact: { name: 'Città metropolitana di Torino', url: 'https://www.cittametropolitana.torino.it' },
  },
  servers: [
    publicUrl.startsWith('https://')
      ? { url: `${publicUrl}/api/v1`, description: 'The service' }
      : { url: `${publicUrl}/api/v1`, description: 'The service, in a trial installation', 'x-sandbox': true },
  ],
  // Open to everybody on purpose: limits are by rate, and a receipt is read by whoever holds its code.
  security: [{}],
  tags,
  paths,
  components: { schemas: componentSchemas(), parameters, headers },
});

import { openApiDocument } from '@cmto/contract/openapi';
import { municipalityListSchema, statusSchema } from '@cmto/contract/schemas';
import { http, type RequestHandler } from 'msw';
import { jsonResponse, taggedResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';

/** Health, municipalities, the contract itself, and every address there is not. */
export const otherHandlers = (context: MockContext): RequestHandler[] => [
  ...serve(context, '/status', { get: () => jsonResponse(statusSchema, { status: 'ok' }) }),
  ...serve(context, '/municipalities', {
    get: async ({ request }) =>
      taggedResponse(municipalityListSchema, await context.municipalities(), request, 'public, max-age=86400'),
  }),
  ...serve(context, '/openapi.json', {
    get: () => new Response(JSON.stringify(openApiDocument()), { headers: { 'Content-Type': 'application/json' } }),
  }),
  http.all(`${context.base}/*`, ({ request }) =>
    context.network.carry(request, async () => new Refusal('request.not-found').toResponse()),
  ),
];

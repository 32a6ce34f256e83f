import { consultationSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { taggedResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { serve } from './serve.ts';
import { readVersion } from './survey-handlers.ts';

/** Consultations. */
export const consultationHandlers = (context: MockContext): RequestHandler[] =>
  serve(context, '/consultations/:slug', {
    get: ({ request, params }) => {
      const slug = params['slug']!;
      const version = readVersion(request);
      const { consultations } = context;
      const consultation =
        version === undefined ? consultations.current(slug) : consultations.version(slug, version, 'not-found');
      return taggedResponse(consultationSchema, consultation, request);
    },
  });

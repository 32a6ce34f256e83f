import { receiptSchema, surveySchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { jsonResponse, taggedResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readSubmission } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';

/** The version asked for; undefined: the newest. */
export const readVersion = (request: Request): number | undefined => {
  const asked = new URL(request.url).searchParams.getAll('version');
  if (asked.length === 0) return undefined;
  if (asked.length > 1 || !/^[1-9]\d{0,8}$/.test(asked[0]!)) throw new Refusal('request.invalid');
  return Number(asked[0]);
};

/** Definitions, answers, results. */
export const surveyHandlers = (context: MockContext): RequestHandler[] => [
  ...serve(context, '/surveys/:slug', {
    get: ({ request, params }) => {
      const slug = params['slug']!;
      const version = readVersion(request);
      const survey =
        version === undefined ? context.surveys.current(slug) : context.surveys.version(slug, version, 'not-found');
      return taggedResponse(surveySchema, survey, request);
    },
  }),
  ...serve(context, '/surveys/:slug/responses', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const submission = await readSubmission(request);
      // A key is one on the whole server.
      if (context.requests.hasTaken(key)) throw new Refusal('idempotency.mismatch');
      const { receipt, replayed } = await context.intake.submit(params['slug']!, key, submission);
      return jsonResponse(receiptSchema, receipt, {
        status: replayed ? 200 : 201,
        headers: { Location: receipt.url, ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}) },
      });
    },
  }),
  ...serve(context, '/surveys/:slug/results', {
    get: ({ params }) => {
      context.surveys.current(params['slug']!);
      throw new Refusal('results.not-published');
    },
  }),
];

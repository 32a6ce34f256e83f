import { checkTarget, type ContributionStatus } from '@cmto/contract';
import { consultationSchema, receiptSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import type { StoredResponse } from '../store/stored.ts';
import { jsonResponse, taggedResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readSubmission } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';
import { readVersion } from './survey-handlers.ts';

/** Consultations and the contributions sent to them. */
export const consultationHandlers = (context: MockContext): RequestHandler[] => [
  ...serve(context, '/consultations/:slug', {
    get: ({ request, params }) => {
      const slug = params['slug']!;
      const version = readVersion(request);
      const { consultations } = context;
      const consultation =
        version === undefined ? consultations.current(slug) : consultations.version(slug, version, 'not-found');
      return taggedResponse(consultationSchema, consultation, request);
    },
  }),
  ...serve(context, '/consultations/:slug/contributions', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const submission = await readSubmission(request);
      const slug = params['slug']!;
      const consultation = context.consultations.version(slug, submission.formVersion, 'version-unknown');
      const errors = checkTarget(consultation, submission.target);
      if (errors.length > 0) throw new Refusal('submission.invalid', { errors });
      // A key is one on the whole server.
      if (context.requests.hasTaken(key)) throw new Refusal('idempotency.mismatch');
      const { receipt, replayed } = await context.contributionIntake.submit(slug, key, submission);
      const { register } = contributionStatusOf(context, { slug, receipt, submission });
      return jsonResponse(receiptSchema, register ? { ...receipt, register } : receipt, {
        status: replayed ? 200 : 201,
        headers: { Location: receipt.url, ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}) },
      });
    },
  }),
];

/** How a contribution stands that came in here. */
export const contributionStatusOf = (context: MockContext, stored: StoredResponse): ContributionStatus => {
  const { consultations, contributions } = context;
  return contributions.of(stored, consultations.any(stored.slug, stored.submission.formVersion), () =>
    context.nextNumber(),
  );
};

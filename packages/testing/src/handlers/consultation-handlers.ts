import { checkTarget, type ContributionList, type ContributionStatus } from '@cmto/contract';
import {
  consultationSchema,
  contributionListSchema,
  endorsedSchema,
  endorsementSchema,
  receiptSchema,
} from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import type { StoredResponse } from '../store/stored.ts';
import { jsonResponse, taggedResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { countBy, countSections, readAsked, toPublic } from './published-contributions.ts';
import { readBody, readKey, readSubmission } from './read-request.ts';
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
    get: async ({ request, params }) =>
      taggedResponse(contributionListSchema, await listOf(context, params['slug']!, request), request),
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
  ...serve(context, '/contributions/:id/endorsements', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const { device } = await readBody(request, endorsementSchema);
      const { agreements, replayed } = context.contributions.endorse(params['id']!, device, key);
      return jsonResponse(
        endorsedSchema,
        { contribution: params['id']!, agreements },
        { status: replayed ? 200 : 201, headers: replayed ? { 'Idempotent-Replayed': 'true' } : {} },
      );
    },
  }),
];

/** The published contributions that are asked for; JSON alone. */
const listOf = async (context: MockContext, slug: string, request: Request): Promise<ContributionList> => {
  const { section, topic, zone, cursor = '', limit } = readAsked(request);
  const consultation = context.consultations.current(slug);
  const { municipalities } = await context.municipalities();
  const zoneOf = (code: string): number | undefined => municipalities.find((one) => one.code === code)?.zone;
  const stored = (await context.store.all()).filter((one) => one.slug === slug && !context.erased.has(one.receipt.id));
  const all = stored
    .map((one) => ({ one, status: contributionStatusOf(context, one) }))
    .filter(({ status }) => status.state === 'published')
    .map(({ one, status }) => toPublic(consultation, one, status, zoneOf))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const asked = all
    .filter(({ id }) => id > cursor)
    .filter((one) => section === undefined || one.section === section)
    .filter((one) => topic === undefined || one.topic === topic)
    .filter((one) => zone === undefined || one.zone === zone);
  const shown = asked.slice(0, limit);
  return {
    slug,
    license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    total: all.length,
    sections: countSections(all),
    topics: countBy(all.map((one) => one.topic)).map(({ of, contributions }) => ({ topic: of, contributions })),
    zones: countBy(all.map((one) => one.zone)).map(({ of, contributions }) => ({ zone: of, contributions })),
    contributions: shown,
    ...(asked.length > limit ? { next: shown.at(-1)!.id } : {}),
  };
};

/** How a contribution stands that came in here. */
export const contributionStatusOf = (context: MockContext, stored: StoredResponse): ContributionStatus => {
  const { consultations, contributions } = context;
  return contributions.of(stored, consultations.any(stored.slug, stored.submission.formVersion), () =>
    context.nextNumber(),
  );
};

import type { Receipt, RequestStatus, Service, Submission } from '@cmto/contract';
import { quoteAnswers } from '@cmto/contract';
import { receiptSchema, serviceSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import type { StoredResponse } from '../store/stored.ts';
import { taggedResponse, jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readKey, readRequestSubmission } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';
import { readVersion } from './survey-handlers.ts';

const day = 86_400_000;

/** Services and the requests sent to them. */
export const serviceHandlers = (context: MockContext): RequestHandler[] => [
  ...serve(context, '/services/:slug', {
    get: ({ request, params }) => {
      const slug = params['slug']!;
      const version = readVersion(request);
      const { services } = context;
      const service = version === undefined ? services.current(slug) : services.version(slug, version, 'not-found');
      return taggedResponse(serviceSchema, service, request);
    },
  }),
  ...serve(context, '/services/:slug/requests', {
    post: async ({ request, params }) => {
      const key = readKey(request);
      const { identity, ...submission } = await readRequestSubmission(request);
      const slug = params['slug']!;
      // Whoever says who signed in is believed here; nobody signs in without a server.
      if (context.services.current(slug).identity === 'eid' && identity === undefined)
        throw new Refusal('identity.required');
      // A key is one on the whole server.
      if (context.requests.hasTaken(key)) throw new Refusal('idempotency.mismatch');
      const { receipt, replayed } = await context.requestIntake.submit(slug, key, submission);
      const { register } = requestStatusOf(context, { slug, receipt, submission });
      return jsonResponse(receiptSchema, register ? { ...receipt, register } : receipt, {
        status: replayed ? 200 : 201,
        headers: { Location: receipt.url, ...(replayed ? { 'Idempotent-Replayed': 'true' } : {}) },
      });
    },
  }),
];

/** How a request stands that came in here; from the first look on, messages change it. */
export const requestStatusOf = (context: MockContext, { slug, receipt, submission }: StoredResponse): RequestStatus => {
  const known = context.requests.find(receipt.receiptCode);
  if (known) return known;
  const status = firstStatus(
    context.services.any(slug, submission.formVersion),
    receipt,
    submission,
    context.nextNumber(),
  );
  context.requests.show(status);
  return status;
};

const firstStatus = (service: Service, receipt: Receipt, submission: Submission, number: number): RequestStatus => {
  const { title, unit, officer, contacts, days, silence, steps } = service.procedure;
  const at = receipt.receivedAt;
  const isConfirmed = service.identity !== 'email';
  const year = Number(at.slice(0, 4));
  const register = { code: 'CMTO-RI', year, number: String(number).padStart(7, '0'), status: 'provisional' } as const;
  const words = (id: string): string | undefined =>
    Object.hasOwn(submission.answers, id) ? String(submission.answers[id]) : undefined;
  return {
    ...receipt,
    ...(isConfirmed ? { register } : {}),
    kind: 'request',
    slug: service.slug,
    title: service.title,
    language: submission.language,
    subject: quoteAnswers(service.subject, words).slice(0, 500),
    isFormal: service.identity === 'eid',
    state: isConfirmed ? 'registered' : 'unconfirmed',
    procedure: {
      title,
      unit,
      ...(officer === undefined ? {} : { officer }),
      contacts,
      days,
      silence,
      ...(isConfirmed ? { deadline: new Date(Date.parse(at) + days * day).toISOString() } : {}),
      ...(steps === undefined ? {} : { steps }),
    },
    timeline: [{ at, event: 'received' }, ...(isConfirmed ? [{ at, event: 'registered' as const, register }] : [])],
    messages: [],
    attachments: submission.attachments ?? [],
  };
};

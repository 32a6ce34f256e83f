import { proofRequestSchema, signInProofSchema, signInSchema, signInStartSchema } from '@cmto/contract/schemas';
import type { RequestHandler } from 'msw';
import { jsonResponse } from './json-response.ts';
import type { MockContext } from './mock-api.ts';
import { readBody } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { serve } from './serve.ts';

/** Signing in, as far as there is somebody to be: the provider's own page is not there. */
export const signInHandlers = (context: MockContext): RequestHandler[] => [
  ...serve(context, '/sign-in/starts', {
    post: async ({ request }) => {
      const start = await readBody(request, signInStartSchema);
      if (context.services.current(start.service).identity !== 'eid') throw new Refusal('identity.not-offered');
      const { origin } = new URL(request.url);
      return jsonResponse(signInSchema, context.signIns.begin(start, origin, context.now()), { status: 201 });
    },
  }),
  ...serve(context, '/sign-in/proofs', {
    post: async ({ request }) => {
      const asked = await readBody(request, proofRequestSchema);
      return jsonResponse(signInProofSchema, await context.signIns.prove(asked, context.now()), { status: 201 });
    },
  }),
];

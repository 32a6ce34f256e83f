import { schemaRef } from './components.ts';
import { failures, success } from './responses.ts';

const body = (schema: 'SignInStart' | 'ProofRequest') => ({
  required: true,
  content: { 'application/json': { schema: schemaRef(schema) } },
});

const unreadable = ['request.malformed', 'request.invalid', 'request.too-large', 'request.unsupported-type'] as const;

/** Signing in for services that ask for an electronic identity. */
export const signInPaths = {
  '/sign-in/starts': {
    post: {
      operationId: 'postSignInStart',
      tags: ['sign-in'],
      summary: 'Begin signing in',
      description:
        'Answers where the page sends the person. They come back to the page with `#cmto-sign-in=` and a code, or with ' +
        '`#cmto-sign-in-failed=` and `denied`, `unavailable` or `failed`. No cookie is used.',
      requestBody: body('SignInStart'),
      responses: {
        201: success('Where to sign in', 'SignIn', ['Cache-Control']),
        ...failures([...unreadable, 'service.not-found', 'identity.not-offered', 'origin.not-allowed']),
      },
    },
  },
  '/sign-in/proofs': {
    post: {
      operationId: 'postSignInProof',
      tags: ['sign-in'],
      summary: 'Who has signed in',
      description:
        'For the page that began it, within five minutes of coming back. Asked again it answers the same; the proof is ' +
        'good for one submission to this service.',
      requestBody: body('ProofRequest'),
      responses: {
        201: success('The person, and the proof', 'SignInProof', ['Cache-Control']),
        ...failures([...unreadable, 'identity.over', 'origin.not-allowed']),
      },
    },
  },
};

import type { ProofRequest, SignInProof, SignInStart } from '@cmto/contract';
import { isSignIn, isSignInProof } from '@cmto/contract/guards/sign-in';
import { KitError } from '../kit-error.ts';
import type { ApiClient } from './api-client.ts';

/** Where the person goes to sign in for a service. Rejects with a `KitError`. */
export const startSignIn = async (api: ApiClient, start: SignInStart): Promise<string> => {
  const body = await api.request('/sign-in/starts', { method: 'POST', body: start });
  if (!isSignIn(body)) throw new KitError('network.unexpected', 'the answer names no address to sign in at');
  return body.url;
};

/** Who has come back with a code. Asked again it answers the same, for five minutes. Rejects with a `KitError`. */
export const proveSignIn = async (api: ApiClient, request: ProofRequest): Promise<SignInProof> => {
  const body = await api.request('/sign-in/proofs', { method: 'POST', body: request });
  if (!isSignInProof(body)) throw new KitError('network.unexpected', 'the answer tells nobody who has signed in');
  return body;
};

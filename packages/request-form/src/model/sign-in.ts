import { own } from '@cmto/contract/rules/own';

/** Why nobody has signed in; the end of the key of its words. */
export type SignInFault =
  | 'required'
  | 'refused'
  | 'expired'
  | 'denied'
  | 'failed'
  | 'unavailable'
  | 'over'
  | 'offline'
  | 'unproven'
  | 'not-kept'
  | 'not-here'
  | 'not-offered';

/** Whether nothing is left of it once somebody has signed in, in whatever tab. */
export const isSettledBySigningIn = (fault: SignInFault | undefined): boolean =>
  fault === 'required' || fault === 'refused' || fault === 'expired';

const ofProblems: Readonly<Record<string, SignInFault>> = {
  'network.unreachable': 'offline',
  'network.timeout': 'offline',
  'network.unexpected': 'offline',
  'identity.not-offered': 'not-offered',
  'identity.over': 'over',
  'request.invalid': 'over',
  'origin.not-allowed': 'not-here',
};

/** What a refusal of the service, or of the network, means to somebody who signs in. */
export const faultOf = (code: string): SignInFault => own(ofProblems, code) ?? 'unavailable';

/** What the provider's side may say of itself; anything else is nobody's word. */
const reasons: readonly string[] = ['denied', 'unavailable', 'failed'];

/** What stands after `#` when a person comes back: a code for this page, or why there is none. */
export const cameBackWith = (
  fragment: string,
): { readonly code: string } | { readonly fault: SignInFault } | undefined => {
  const [, failed, word = ''] = /^cmto-sign-in(-failed)?=([\w-]{1,100})$/.exec(fragment) ?? [];
  if (word === '') return undefined;
  if (!failed) return { code: word };
  return { fault: reasons.includes(word) ? (word as SignInFault) : 'failed' };
};

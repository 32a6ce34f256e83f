import type { ProvenIdentity } from '../requests/seams.ts';

/** Our side of one exchange with a provider. */
export interface Exchange {
  /** What the provider gives back with the person. */
  readonly state: string;
  /** What the provider's statement must name. */
  readonly nonce: string;
  /** What only we can show when the statement is fetched (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Why nobody is known now: the person said no, the provider cannot be reached, or what it says does not hold. */
export const failures = ['denied', 'unavailable', 'failed'] as const;

/** Thrown where an exchange ends without a person. */
export class SignInFailure extends Error {
  override readonly name = 'SignInFailure';
  readonly reason: (typeof failures)[number];

  constructor(reason: (typeof failures)[number], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** Whoever says who a person is. Both methods throw a `SignInFailure`. */
export interface IdentityProvider {
  /** Where the person goes. */
  addressFor(exchange: Exchange): Promise<string>;
  /** Who has come back, with these parameters in the address. */
  identify(parameters: URLSearchParams, exchange: Exchange): Promise<ProvenIdentity>;
}

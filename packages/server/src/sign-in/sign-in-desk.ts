import type { KeyObject } from 'node:crypto';
import type { ProofRequest, SignIn, SignInProof, SignInStart } from '@cmto/contract';
import { ProblemError } from '../http/problem-error.ts';
import { unavailable } from '../http/to-problem.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { SignInFailure, type IdentityProvider } from './identity-provider.ts';
import { proofOf } from './proofs.ts';
import type { SignInStore } from './sign-in-store.ts';
import { hashToken, newToken } from './token.ts';

export interface SignInDeskOptions {
  readonly store: SignInStore;
  /** Undefined: nobody signs in on this server. */
  readonly provider: IdentityProvider | undefined;
  readonly catalogue: Pick<Catalogue, 'service'>;
  /** Whether people may be sent back to pages of an origin after signing in for a department's service. */
  readonly mayReturn: (origin: string, department: string) => Promise<boolean>;
  readonly secret: KeyObject;
  readonly now: () => number;
}

/** Where a person who has been at the provider goes now, and what to tell the office of it. */
export interface Return {
  readonly page: string;
  readonly failure?: SignInFailure;
}

/** In milliseconds: for finding the second factor, for a page to load, for a form that waits for a network. */
const lifetimes = { atProvider: 15 * 60_000, code: 5 * 60_000, proof: 7 * 24 * 3_600_000 };

/**
 * Sends people to the identity provider and back, without a cookie: what links the steps is kept here, and the page
 * holds a secret of its own, so that a code that reaches another page or browser is worth nothing there.
 */
export class SignInDesk {
  readonly #options: SignInDeskOptions;

  constructor(options: SignInDeskOptions) {
    this.#options = options;
  }

  /** `origin`: of the page that asks, as its browser says; absent where no browser asks. */
  async begin({ service: slug, page, challenge }: SignInStart, origin: string | undefined): Promise<SignIn> {
    const { store, provider, catalogue, now } = this.#options;
    const service = await catalogue.service(slug);
    if (!service) throw new ProblemError('service.not-found');
    if (service.current.definition.identity !== 'eid' || !provider) throw new ProblemError('identity.not-offered');
    const address = await this.#requirePage(page, origin, service.department);
    const exchange = { state: newToken(), nonce: newToken(), verifier: newToken() };
    const expiresAt = now() + lifetimes.atProvider;
    let url: string;
    try {
      url = await provider.addressFor(exchange);
    } catch (error) {
      throw unavailable('The identity provider cannot be reached', 60, error);
    }
    await store.begin({ ...exchange, service: slug, page: address, challenge, expiresAt });
    return { url, expiresAt: instant(expiresAt) };
  }

  /** Takes a person back from the provider. Undefined: the sign-in is over, was used, or never was. */
  async finish(parameters: URLSearchParams): Promise<Return | undefined> {
    const { store, provider, now } = this.#options;
    const states = parameters.getAll('state');
    const begun = states.length === 1 && provider ? await store.claim(states[0]!, now()) : undefined;
    if (!begun) return undefined;
    try {
      const identity = await provider!.identify(parameters, begun);
      const code = newToken();
      await store.back(begun.state, { code, identity, codeUntil: now() + lifetimes.code });
      return { page: `${begun.page}#cmto-sign-in=${code}` };
    } catch (error) {
      if (!(error instanceof SignInFailure)) throw error;
      await store.drop(begun.state);
      return { page: `${begun.page}#cmto-sign-in-failed=${error.reason}`, failure: error };
    }
  }

  /**
   * The person, to the page that began. The answer may be lost on its way, so asking again gets the same; the proof is
   * made from what the page sends and is nowhere here.
   */
  async prove({ code, verifier }: ProofRequest): Promise<SignInProof> {
    const { store, secret, now } = this.#options;
    const proof = proofOf(secret, code, verifier);
    const proven = await store.prove({
      code,
      challenge: hashToken(verifier),
      proof,
      now: now(),
      expiresAt: now() + lifetimes.proof,
    });
    if (!proven) throw new ProblemError('identity.over');
    return { proof, ...proven.identity, expiresAt: instant(proven.expiresAt) };
  }

  /** Otherwise anybody could begin, send somebody else to sign in, and get that person's name on a page of their own. */
  async #requirePage(page: string, origin: string | undefined, department: string): Promise<string> {
    const address = URL.canParse(page) ? new URL(page) : undefined;
    const named = address && address.username === '' && address.password === '' ? address : undefined;
    const asked = origin === undefined || origin === named?.origin;
    if (!named || !asked || !(await this.#options.mayReturn(named.origin, department)))
      throw new ProblemError('origin.not-allowed');
    named.hash = '';
    return named.href;
  }
}

const instant = (at: number): string => new Date(at).toISOString();

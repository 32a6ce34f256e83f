import type { ProofRequest, SignIn, SignInProof, SignInStart } from '@cmto/contract';
import { Refusal } from './refusal.ts';

/** Somebody whom the mock service's provider knows. */
export interface MockPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly taxCode: string;
}

/** Milliseconds a proof is good for, unless a test says otherwise. */
const lifetime = 3_600_000;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const newToken = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

const instant = (now: number): string => new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');

/** Who signs in at the mock service; nobody until a test says that somebody can. */
export class SignIns {
  #person: MockPerson | undefined;
  #lifetime = lifetime;
  #start: SignInStart | undefined;
  readonly #codes = new Map<string, { readonly challenge: string; readonly person: MockPerson }>();
  readonly #proofs = new Map<string, SignInProof>();

  /** From now on people sign in as this person; the proof holds for so many milliseconds. */
  offer(person: MockPerson, holds = lifetime): void {
    this.#person = person;
    this.#lifetime = holds;
  }

  clear(): void {
    this.#person = undefined;
    this.#start = undefined;
    this.#codes.clear();
    this.#proofs.clear();
  }

  /** Throws `identity.not-offered` while nobody is offered. */
  begin(start: SignInStart, origin: string, now: number): SignIn {
    if (!this.#person) throw new Refusal('identity.not-offered');
    this.#start = start;
    return { url: `${origin}/provider`, expiresAt: instant(now + 600_000) };
  }

  /** What the person who began last comes back with, after `#`. */
  comeBack(): string {
    if (!this.#start || !this.#person) throw new Error('nobody has begun to sign in');
    const code = newToken();
    this.#codes.set(code, { challenge: this.#start.challenge, person: this.#person });
    return `cmto-sign-in=${code}`;
  }

  /** Answers the same when asked again. Throws `identity.over` for a code that another page began, or nobody. */
  async prove({ code, verifier }: ProofRequest, now: number): Promise<SignInProof> {
    const known = this.#codes.get(code);
    if (!known || known.challenge !== (await challengeOf(verifier))) throw new Refusal('identity.over');
    const earlier = this.#proofs.get(code);
    if (earlier) return earlier;
    const proof = { ...known.person, proof: newToken(), expiresAt: instant(now + this.#lifetime) };
    this.#proofs.set(code, proof);
    return proof;
  }
}

import * as client from 'openid-client';
import type { ProvenIdentity } from '../requests/seams.ts';
import { identityClaims, readIdentity, type Claims } from './identity.ts';
import { SignInFailure, type Exchange, type IdentityProvider } from './identity-provider.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** Seconds an answer of the provider may take: a person is waiting. */
const patience = 10;
/** How long what the provider says of itself is believed, in milliseconds. */
const remembered = 3_600_000;

/**
 * A provider of OpenID Connect: authorization code, PKCE with S256, state, nonce, issuer and signature checked, and the
 * level of assurance that was asked for held against the one that was reached.
 */
export class OpenIdProvider implements IdentityProvider {
  readonly #settings: OidcSettings;
  readonly #redirectUri: () => string;
  readonly #now: () => number;
  #known: { readonly until: number; readonly configuration: Promise<client.Configuration> } | undefined;

  constructor(settings: OidcSettings, redirectUri: () => string, now: () => number) {
    this.#settings = settings;
    this.#redirectUri = redirectUri;
    this.#now = now;
  }

  async addressFor({ state, nonce, verifier }: Exchange): Promise<string> {
    const { scope, acrValues } = this.#settings;
    const configuration = await this.#configuration();
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirectUri(),
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      acr_values: acrValues.join(' '),
      claims: askedClaims,
      // On a library's computer the person before may still be signed in with the provider.
      prompt: 'login',
    }).href;
  }

  async identify(parameters: URLSearchParams, { state, nonce, verifier }: Exchange): Promise<ProvenIdentity> {
    const configuration = await this.#configuration();
    const address = new URL(this.#redirectUri());
    address.search = parameters.toString();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const stated = tokens.claims()!;
      this.#requireLevel(stated);
      return await this.#person(configuration, stated, tokens.access_token);
    } catch (error) {
      throw toFailure(error);
    }
  }

  /** A provider may take `acr_values` for a wish. */
  #requireLevel({ acr }: Claims): void {
    if (typeof acr === 'string' && this.#settings.acrValues.includes(acr)) return;
    throw new SignInFailure('failed', 'The level of assurance is not one of those asked for');
  }

  /** Most providers tell the tax code only when asked for the user's information. */
  async #person(configuration: client.Configuration, stated: Claims, accessToken: string): Promise<ProvenIdentity> {
    const known = readIdentity(stated);
    if (known) return known;
    const told = configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, accessToken, String(stated['sub']))
      : {};
    const person = readIdentity({ ...told, ...stated });
    if (person) return person;
    throw new SignInFailure('failed', 'The provider tells no whole name and tax code');
  }

  async #configuration(): Promise<client.Configuration> {
    if (!this.#known || this.#now() >= this.#known.until)
      this.#known = { until: this.#now() + remembered, configuration: this.#discover() };
    try {
      return await this.#known.configuration;
    } catch (error) {
      // A failure is told to whoever asked, and not kept.
      this.#known = undefined;
      throw new SignInFailure('unavailable', 'The identity provider does not say how it is reached', error);
    }
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const address = new URL(issuer);
    // The settings allow plain HTTP on this machine only.
    const plain = address.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    return client.discovery(address, clientId, undefined, client.ClientSecretBasic(clientSecret), {
      timeout: patience,
      // The token is fetched over TLS; its signature is looked at as well.
      execute: [client.enableNonRepudiationChecks, ...plain],
    });
  }
}

const essential = Object.fromEntries(Object.values(identityClaims).map(([name]) => [name, { essential: true }]));
const askedClaims = JSON.stringify({ id_token: essential, userinfo: essential });

function toFailure(error: unknown): SignInFailure {
  if (error instanceof SignInFailure) return error;
  if (error instanceof client.AuthorizationResponseError)
    return new SignInFailure(answers[error.error] ?? 'failed', 'The provider has refused', error);
  return new SignInFailure(isAway(error) ? 'unavailable' : 'failed', 'What the provider says cannot be used', error);
}

/** RFC 6749 section 4.1.2.1, OpenID Connect Core section 3.1.2.6. */
const answers: Readonly<Record<string, SignInFailure['reason']>> = {
  access_denied: 'denied',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
};

function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as client.ClientError;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
  if (cause instanceof Response) return cause.status >= 500;
  // What `fetch` says of a connection.
  return error.name === 'TypeError' && error.message === 'fetch failed';
}

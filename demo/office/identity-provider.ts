import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type InteractionResults, Provider } from 'oidc-provider';
import { people } from './people.ts';
import { renderPeople } from './pages.ts';
import { readForm } from './read-form.ts';
import { sendPage } from './send-page.ts';

const level = 'https://www.spid.gov.it/SpidL2';
const fiscalNumber = 'https://attributes.eid.gov.it/fiscal_number';

/**
 * A real provider of OpenID Connect at which anybody can be anybody of three invented people: SPID and CIE for the
 * trial. `callback` is where our server takes people back.
 */
export class DemoIdentityProvider {
  readonly environment: Readonly<Record<string, string>>;
  readonly #provider: Provider;
  readonly #answer: (request: IncomingMessage, response: ServerResponse) => unknown;

  constructor(issuer: string, callback: string) {
    const client = { client_id: 'cmto-demo', client_secret: randomBytes(32).toString('base64url') };
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.environment = {
      CMTO_OIDC_ISSUER: issuer,
      CMTO_OIDC_CLIENT_ID: client.client_id,
      CMTO_OIDC_CLIENT_SECRET: client.client_secret,
    };
    this.#provider = new Provider(issuer, {
      clients: [{ ...client, redirect_uris: [callback] }],
      jwks: { keys: [privateKey.export({ format: 'jwk' }) as never] },
      cookies: { keys: [randomBytes(32).toString('hex')] },
      acrValues: [level],
      claims: { openid: ['sub', 'acr'], profile: ['given_name', 'family_name', fiscalNumber] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, id) => {
        const person = people.get(id);
        return (
          person && {
            accountId: id,
            claims: () => ({
              sub: id,
              given_name: person.givenName,
              family_name: person.familyName,
              [fiscalNumber]: `TINIT-${person.taxCode}`,
            }),
          }
        );
      },
    });
    this.#answer = this.#provider.callback();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/')) await this.#meet(request, response);
    else await this.#answer(request, response);
  }

  /** Who is there, and what they agree to. */
  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session, grantId, uid } = await this.#provider.interactionDetails(request, response);
    const finish = (result: InteractionResults): Promise<void> =>
      this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    if (prompt.name === 'login') {
      if (request.method !== 'POST') return sendPage(response, renderPeople(`/interaction/${uid}`));
      const who = (await readForm(request)).get('who') ?? '';
      if (!people.has(who)) return finish({ error: 'access_denied' });
      return finish({ login: { accountId: who, acr: level } });
    }
    const grant =
      (grantId ? await this.#provider.Grant.find(grantId) : undefined) ??
      new this.#provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile');
    grant.addOIDCClaims(['given_name', 'family_name', fiscalNumber]);
    return finish({ consent: { grantId: await grant.save() } });
  }
}

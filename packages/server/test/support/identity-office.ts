import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { Lifetime } from './database.ts';

/** Who signs in, as a provider tells it. */
export type Told = Readonly<Record<string, unknown>>;

export const ada: Told = {
  given_name: 'Ada',
  family_name: 'Rossi',
  'https://attributes.eid.gov.it/fiscal_number': 'TINIT-RSSDAA80A41L219A',
};
export const second = 'https://www.spid.gov.it/SpidL2';

const client = { id: 'partecipa', secret: 'parola-del-cliente' };
const callback = 'http://127.0.0.1:4300/api/v1/sign-in/callback';

/** A real identity provider on this machine, and the people who sign in there. */
export class IdentityOffice {
  /** Who the next people are, and at which level; undefined: they say no. */
  person: Told | undefined = ada;
  level = second;
  /** Changes what the provider answers when its word is fetched. */
  tamper: ((answer: Record<string, unknown>) => Record<string, unknown>) | undefined;
  /** What it answers in place of its word, as a provider in trouble does. */
  trouble: { readonly status: number; readonly body: string } | undefined;
  /** How often its word was fetched. */
  fetched = 0;
  readonly issuer: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly #server: Server;
  readonly #provider: Provider;

  private constructor(server: Server, claimsParameter: boolean) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.environment = {
      CMTO_OIDC_ISSUER: this.issuer,
      CMTO_OIDC_CLIENT_ID: client.id,
      CMTO_OIDC_CLIENT_SECRET: client.secret,
    };
    this.#provider = this.#open(claimsParameter);
    const answer = this.#provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/interaction/')) return void this.#meet(request, response);
      if (request.url === '/token' && this.trouble)
        return response.writeHead(this.trouble.status).end(this.trouble.body);
      if (request.url === '/token') this.#listen(response);
      answer(request, response);
    });
  }

  /** Without `claimsParameter`, it tells of a person what the scope names, and only when asked for the user's information. */
  static async open(test: Lifetime, { claimsParameter = true } = {}): Promise<IdentityOffice> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const office = new IdentityOffice(server, claimsParameter);
    test.after(() => office.close());
    return office;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** What a person's browser does with an address of the provider; gives the address it is sent back to us with. */
  async visit(address: string): Promise<URL> {
    const cookies = new Map<string, string>();
    for (let at = address; ;) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        cookies.set(name!, value!);
      }
      const next = answer.headers.get('location');
      if (next === null) throw new Error(`${answer.status} ${await answer.text()}`);
      at = new URL(next, at).href;
      if (at.startsWith(callback)) return new URL(at);
    }
  }

  #open(claimsParameter: boolean): Provider {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const people = new Map<string, Told>();
    return new Provider(this.issuer, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
      jwks: { keys: [privateKey.export({ format: 'jwk' }) as never] },
      cookies: { keys: ['biscotto'] },
      acrValues: ['https://www.spid.gov.it/SpidL1', second, 'https://www.spid.gov.it/SpidL3'],
      claims: {
        openid: ['sub', 'acr'],
        profile: ['given_name', 'family_name'],
        tax: ['https://attributes.eid.gov.it/fiscal_number', 'fiscal_number'],
      },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, claimsParameter: { enabled: claimsParameter } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, id) => {
        const told = people.get(id) ?? this.person ?? {};
        people.set(id, told);
        return { accountId: id, claims: () => ({ ...told, sub: id }) };
      },
    });
  }

  /** The provider's own pages: who is there, and what they agree to. */
  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session, grantId } = await this.#provider.interactionDetails(request, response);
    if (!this.person) return this.#provider.interactionFinished(request, response, { error: 'access_denied' });
    if (prompt.name === 'login') {
      const login = { accountId: `persona-${(this.#met += 1)}`, acr: this.level };
      return this.#provider.interactionFinished(request, response, { login });
    }
    const grant =
      (grantId ? await this.#provider.Grant.find(grantId) : undefined) ??
      new this.#provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile tax');
    grant.addOIDCClaims(Object.keys(ada));
    const consent = { grantId: await grant.save() };
    return this.#provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
  #met = 0;

  /** Reads what goes out, and changes it where a test says so. */
  #listen(response: ServerResponse): void {
    const end = response.end.bind(response) as (body?: unknown) => ServerResponse;
    response.end = ((body?: unknown) => {
      this.fetched += 1;
      if (!this.tamper || response.statusCode !== 200) return end(body);
      const answer = JSON.stringify(this.tamper(JSON.parse(String(body)) as Record<string, unknown>));
      response.setHeader('Content-Length', Buffer.byteLength(answer));
      return end(answer);
    }) as typeof response.end;
  }
}

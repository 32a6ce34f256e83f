import assert from 'node:assert/strict';
import { hash, randomBytes } from 'node:crypto';
import type { SignIn, SignInProof } from '@cmto/contract';
import { signInProofSchema, signInSchema } from '@cmto/contract/schemas';
import { aService } from '@cmto/testing/builders';
import type { Lifetime } from './database.ts';
import type { IdentityOffice } from './identity-office.ts';
import { offer } from './requests.ts';
import { aServer, type TestServer, type TestServerOptions } from './test-server.ts';

/** A page of the department that has the service. */
export const page = 'https://www.example.it/servizi/assistenza?id=12';
export const origin = 'https://www.example.it';

/** A server with a service that asks for an electronic identity, `istanza`, and one that does not, `segnalazione`. */
export async function aSignInServer(
  test: Lifetime,
  office: IdentityOffice | undefined,
  { environment, ...options }: TestServerOptions = {},
): Promise<TestServer> {
  const server = await aServer(test, {
    environment: { CMTO_ALLOW_LOOPBACK: 'off', ...office?.environment, ...environment },
    ...options,
  });
  const { db } = server.database;
  await offer(
    server,
    aService({ slug: 'istanza', department: 'innovazione-ict', identity: 'eid' }),
    aService({ slug: 'altra-istanza', department: 'innovazione-ict', identity: 'eid' }),
    aService({ slug: 'segnalazione', department: 'innovazione-ict' }),
  );
  await db
    .updateTable('departments')
    .set({ allowed_origins: JSON.stringify([origin]) })
    .where('id', '=', 'innovazione-ict')
    .execute();
  await db
    .updateTable('departments')
    .set({ allowed_origins: '["https://altri.example.it"]' })
    .where('id', '=', 'sviluppo-economico')
    .execute();
  await db.updateTable('catalogue').set({ revision: 99 }).execute();
  return server;
}

/** The page in somebody's browser, with its secret. */
export class SignInPage {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  start(changes: object = {}, headers: Record<string, string> = { Origin: origin }): Promise<Response> {
    const challenge = hash('sha256', this.verifier, 'base64url');
    return this.#post('/sign-in/starts', { service: 'istanza', page, challenge, ...changes }, headers);
  }

  /** Where the person goes. */
  async begin(changes: object = {}): Promise<string> {
    const answer = await this.start(changes);
    assert.equal(answer.status, 201, await answer.clone().text());
    const signIn: SignIn = signInSchema.parse(await answer.json());
    return signIn.url;
  }

  /** What our server does with the address a person is sent back to it with. */
  back({ search }: { readonly search: string }, init: RequestInit = {}): Promise<Response> {
    return this.#server.ask(`/sign-in/callback${search}`, init);
  }

  /** All the way: the code that this page finds in its fragment. */
  async signIn(office: IdentityOffice, changes: object = {}): Promise<string> {
    return codeOf(await this.back(await office.visit(await this.begin(changes))));
  }

  exchange(code: string, verifier = this.verifier): Promise<Response> {
    return this.#post('/sign-in/proofs', { code, verifier }, { Origin: origin });
  }

  async prove(office: IdentityOffice, changes: object = {}): Promise<SignInProof> {
    const answer = await this.exchange(await this.signIn(office, changes));
    assert.equal(answer.status, 201, await answer.clone().text());
    return signInProofSchema.parse(await answer.json());
  }

  #post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
    return this.#server.ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }
}

/** Where a person is sent back to, and with what. */
export function returnOf(answer: Response): { readonly page: string; readonly fragment: string } {
  assert.equal(answer.status, 303);
  const [address = '', fragment = ''] = answer.headers.get('location')!.split('#');
  return { page: address, fragment };
}

export function codeOf(answer: Response): string {
  const code = /^cmto-sign-in=([\w-]{43})$/.exec(returnOf(answer).fragment)?.[1];
  assert.ok(code, answer.headers.get('location')!);
  return code;
}

export async function problemOf(answer: Response): Promise<string> {
  const { code } = (await answer.json()) as { code: string };
  return `${answer.status} ${code}`;
}

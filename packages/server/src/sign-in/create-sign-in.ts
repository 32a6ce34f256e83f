import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Config } from '../config.ts';
import type { Schema } from '../database/schema.ts';
import { isLoopback } from '../http/loopback.ts';
import type { Catalogue } from '../surveys/catalogue.ts';
import { OpenIdProvider } from './openid-provider.ts';
import { Proofs } from './proofs.ts';
import { SignInDesk } from './sign-in-desk.ts';
import { SignInStore } from './sign-in-store.ts';

export interface SignInOptions {
  readonly config: Config;
  readonly db: Kysely<Schema>;
  readonly catalogue: Catalogue;
  readonly secret: KeyObject;
  readonly now: () => number;
  readonly publicUrl: () => string;
}

/** Signing in, put together. */
export function createSignIn({ config, db, catalogue, secret, now, publicUrl }: SignInOptions) {
  const store = new SignInStore(db);
  const { oidc, allowLoopback } = config;
  const callback = (): string => `${publicUrl()}/api/v1/sign-in/callback`;
  const provider = oidc && new OpenIdProvider(oidc, callback, now);
  // Not by what a request says of itself, as for reading: here somebody else is sent to that page.
  const mayReturn = async (origin: string, department: string): Promise<boolean> => {
    if (origin === publicUrl() || (allowLoopback && isLoopback(origin))) return true;
    const departments = await catalogue.departments();
    return departments.get(department)?.origins.has(origin) ?? false;
  };
  return {
    store,
    desk: new SignInDesk({ store, provider, catalogue, mayReturn, secret, now }),
    proofs: new Proofs(db, now),
  };
}

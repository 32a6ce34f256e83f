import type { FastifyBaseLogger } from 'fastify';
import type { SignInStore } from './sign-in-store.ts';

const often = 10 * 60_000;

/** Forgets sign-ins that are over, names and tax codes with them, every ten minutes. Returns how to stop. */
export function keepForgettingSignIns(store: SignInStore, log: FastifyBaseLogger): () => void {
  const forget = (): void =>
    void store
      .prune(Date.now())
      .catch((error: unknown) => log.warn({ err: error }, 'Sign-ins that are over could not be forgotten yet'));
  forget();
  const timer = setInterval(forget, often).unref();
  return () => clearInterval(timer);
}

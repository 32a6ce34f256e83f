import { ProblemError } from '../http/problem-error.ts';

/** Lets one request per key work at a time; another with the same key waits for it, but not for ever. */
export class InFlight {
  readonly #limit: number;
  readonly #keys = new Map<string, Promise<void>>();

  /** `limit`: how long a request waits for others, in milliseconds. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Throws `idempotency.in-flight` when the wait was in vain. */
  async alone<T>(key: string, work: () => Promise<T>): Promise<T> {
    const givenUp = performance.now() + this.#limit;
    // Looked at again after each wait: of several that waited for the same one, only the first goes on.
    for (let other = this.#keys.get(key); other; other = this.#keys.get(key)) {
      await waitFor(other, givenUp - performance.now());
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#keys.set(key, promise);
    try {
      return await work();
    } finally {
      this.#keys.delete(key);
      resolve();
    }
  }
}

async function waitFor(other: Promise<void>, limit: number): Promise<void> {
  const { promise: overdue, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    reject(new ProblemError('idempotency.in-flight', { headers: { 'Retry-After': '1' } }));
  }, limit);
  try {
    await Promise.race([other, overdue]);
  } finally {
    clearTimeout(timer);
  }
}

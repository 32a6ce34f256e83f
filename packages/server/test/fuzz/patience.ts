import type { FuzzRequest } from './requests.ts';

/** Longer than this no request may take, in milliseconds. */
export const limit = 1000;
const tries = 3;

/** Thrown for a request that takes the service too long, each time that it is sent. */
export class TooSlow extends Error {}

export interface PatienceOptions {
  /** `isAgain`: not because it was drawn, but to see how long it takes. */
  readonly send: (request: FuzzRequest, isAgain: boolean) => Promise<void>;
  /** Milliseconds that have passed. */
  readonly time: () => number;
  /** Under another key what has been stored is stored again: a repeated one is answered from what is there. */
  readonly newKey: () => string;
}

/** Judges how long answers take, on a machine that may be busy with other things. */
export class Patience {
  readonly #options: PatienceOptions;
  longest = 0;
  /** Requests that took too long, and did not when they were sent again: the machine was busy. */
  excused = 0;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** Sends a request. Throws `TooSlow` when it takes longer than the limit now and in all further tries. */
  async send(request: FuzzRequest): Promise<void> {
    let took = await this.#timed(request, false);
    this.longest = Math.max(this.longest, took);
    if (took <= limit) return;
    for (let tried = 0; tried < tries; tried += 1) took = Math.min(took, await this.#timed(this.#anew(request), true));
    if (took > limit) throw new TooSlow(`${Math.round(took)} ms at best of ${tries + 1} times`);
    this.excused += 1;
  }

  #anew(request: FuzzRequest): FuzzRequest {
    const { 'idempotency-key': key, ...headers } = request.headers;
    return key === undefined
      ? request
      : { ...request, headers: { ...headers, 'idempotency-key': this.#options.newKey() } };
  }

  async #timed(request: FuzzRequest, isAgain: boolean): Promise<number> {
    const { send, time } = this.#options;
    const began = time();
    await send(request, isAgain);
    return time() - began;
  }
}

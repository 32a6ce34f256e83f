import { isProblem } from '@cmto/contract/guards/problem';
import { canonicalJson } from '@cmto/contract/rules/canonical-json';
import { KitError } from '../kit-error.ts';
import type { Platform } from '../platform/platform.ts';
import { retryAfterOf } from './retry-after.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'HEAD';
  /** Sent as JSON, unless it is bytes. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the request is given up; 20 s by default. */
  readonly timeout?: number;
}

/** The one way to the contract's server: `base` ends in the version, as `https://…/api/v1`. */
export interface ApiClient {
  readonly base: string;
  readonly platform: Platform;
  /** Milliseconds since 1970 by the server's clock, as its last answer told; the device's until then. */
  now(): number;
  /**
   * Answers the JSON body. Rejects with a `KitError`: the problem's code for a problem+json answer,
   * `network.…` for anything else (a captive portal, a proxy, no answer at all).
   */
  request(path: string, options?: RequestOptions): Promise<unknown>;
  /** Asks for the headers alone. Rejects as `request` does; without a body no refusal says which it is. */
  head(path: string, options?: RequestOptions): Promise<Headers>;
}

const isOfType = (answer: Response, type: RegExp): boolean => type.test(answer.headers.get('content-type') ?? '');

const toError = async (answer: Response): Promise<KitError> => {
  const isOurs = isOfType(answer, /^application\/problem\+json\b/i);
  const body: unknown = isOurs ? await answer.json().catch(() => undefined) : undefined;
  const wait = retryAfterOf(answer.headers);
  const retryAfter = wait === undefined ? {} : { retryAfter: wait };
  return isProblem(body)
    ? new KitError(body.code, body.title, { problem: body, ...retryAfter })
    : new KitError('network.unexpected', `HTTP ${answer.status}`, retryAfter);
};

const readJson = (answer: Response): Promise<unknown> => {
  if (isOfType(answer, /[/+]json\b/i)) return answer.json();
  throw new KitError('network.unexpected', `not JSON: HTTP ${answer.status}`);
};

/** No cookies, no redirects, a time limit on everything. */
export const createApiClient = (base: string, platform: Platform): ApiClient => {
  let ahead = 0;
  const noteClock = (answer: Response): void => {
    const date = Date.parse(answer.headers.get('date') ?? '');
    if (date) ahead = date - platform.now();
  };
  const send = async <T>(
    path: string,
    { method = 'GET', body, headers, signal, timeout = 20_000 }: RequestOptions,
    read: (answer: Response) => T | Promise<T>,
  ): Promise<T> => {
    const aborter = new AbortController();
    let timedOut = false;
    const stopTimer = platform.setTimer(() => {
      timedOut = true;
      aborter.abort();
    }, timeout);
    const abort = (): void => aborter.abort();
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    const bytes = body instanceof ArrayBuffer;
    const url = base + path;
    try {
      const answer = await platform.fetch(url, {
        method,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: aborter.signal,
        headers: { ...(body === undefined || bytes ? {} : { 'Content-Type': 'application/json' }), ...headers },
        // Canonical only because it asks no `toJSON`: Prototype.js gives arrays one that breaks JSON.
        ...(body === undefined ? {} : { body: bytes ? body : canonicalJson(body) }),
      });
      noteClock(answer);
      if (!answer.ok) throw await toError(answer);
      return await read(answer);
    } catch (error) {
      if (error instanceof KitError) throw error;
      throw new KitError(timedOut ? 'network.timeout' : 'network.unreachable', `${method} ${path}`, { cause: error });
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', abort);
    }
  };
  return {
    base,
    platform,
    now: () => platform.now() + ahead,
    request: (path, options = {}) => send(path, options, readJson),
    head: (path, options = {}) => send(path, { ...options, method: 'HEAD' }, (answer) => answer.headers),
  };
};

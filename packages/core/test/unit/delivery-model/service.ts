import { createHash } from 'node:crypto';
import { canonicalJson } from '@cmto/contract/rules/canonical-json';
import { jsonAnswer } from '../fake-platform.ts';
import type { Turns } from './turns.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Refusals of our own service, after which a person has to look at the answer. */
export const refusals = {
  'submission.invalid': 422,
  'survey.closed': 409,
  'survey.version-withdrawn': 409,
  'survey.not-found': 404,
  'origin.not-allowed': 403,
  'request.malformed': 400,
  'request.too-large': 413,
} as const;

export type Refusal = keyof typeof refusals;

/** What the network, or the service, makes of requests. */
export type Weather =
  | 'fair'
  | 'offline'
  | 'request-lost'
  | 'response-lost'
  | 'black-hole'
  | 'captive-portal'
  | 'json-of-others'
  | 'receipt-of-others'
  | 'garbled'
  | 'error-page'
  | 'not-found-page'
  | 'timeout-page'
  | 'busy'
  | 'busy-for-long'
  | 'rate-limited'
  | 'in-flight'
  | 'failed'
  | 'code-of-next-year'
  | Refusal;

export interface Kept {
  readonly answers: unknown;
  readonly hash: string;
  readonly receipt: unknown;
}

const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  jsonAnswer(status, { type: `urn:cmto:problem:${code}`, title: code, status, code }, headers);

const page = (status: number): Response =>
  new Response(`<h1>${status}</h1>`, { status, headers: { 'Content-Type': 'text/html' } });

/** A receipt of the service's for this key. */
export const receiptOf = (key: string, hash: string): object => ({
  id: key,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T00:00:00Z',
  contentHash: hash,
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
});

/** Answers that stand for the service's, which never hears of the request. */
const onTheWay: Partial<Record<Weather, () => Response>> = {
  'captive-portal': () => page(200),
  'json-of-others': () => jsonAnswer(200, { ok: true }),
  'receipt-of-others': () => jsonAnswer(200, receiptOf('11111111-1111-4111-8111-111111111111', 'a'.repeat(64))),
  'error-page': () => page(502),
  'not-found-page': () => page(404),
  'timeout-page': () => page(408),
  busy: () => problem(503, 'server.unavailable', { 'Retry-After': '30' }),
  'busy-for-long': () => problem(503, 'server.unavailable', { 'Retry-After': '86400' }),
  'rate-limited': () => problem(429, 'request.rate-limited', { 'Retry-After': '5' }),
  'in-flight': () => problem(409, 'idempotency.in-flight', { 'Retry-After': '1' }),
  failed: () => problem(500, 'server.failed'),
  'code-of-next-year': () => problem(422, 'survey.moved'),
};

/** The service, with its unique keys, at the other end of a network with weather. */
export class Service {
  weather: Weather = 'fair';
  /** What is stored, by key. */
  readonly kept = new Map<string, Kept>();
  /** Every request that was sent: key and answers. */
  readonly posted: { readonly key: string; readonly answers: unknown }[] = [];
  /** Codes with which a key was refused. */
  readonly refused = new Map<string, Set<string>>();
  readonly #turns: Turns;

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  async fetch(tab: string, init: RequestInit): Promise<Response> {
    const key = new Headers(init.headers).get('Idempotency-Key')!;
    const submission = JSON.parse(init.body as string) as { answers: unknown };
    this.posted.push({ key, answers: submission.answers });
    const queue = this.#turns.request();
    const aborted = new Promise<never>((_, reject) => {
      init.signal!.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
    aborted.catch(() => undefined);
    await Promise.race([this.#turns.wait(tab, queue), aborted]);
    const { weather } = this;
    if (weather === 'offline' || weather === 'request-lost') throw new TypeError('no network');
    if (weather === 'black-hole') return aborted;
    const answer = onTheWay[weather]?.() ?? this.#handle(key, submission);
    await Promise.race([this.#turns.wait(tab, queue), aborted]);
    if (weather === 'response-lost' || this.weather === 'offline') throw new TypeError('no network');
    if (weather === 'garbled') return new Response('{"id":"', { headers: { 'Content-Type': 'application/json' } });
    return answer;
  }

  #handle(key: string, submission: { answers: unknown }): Response {
    const hash = hashOf(canonicalJson(submission.answers));
    const known = this.kept.get(key);
    if (known && known.hash !== hash) return this.#refuse(key, 'idempotency.mismatch', 422);
    if (known) return jsonAnswer(200, known.receipt);
    if (this.weather in refusals) return this.#refuse(key, this.weather, refusals[this.weather as Refusal]);
    const receipt = receiptOf(key, hash);
    this.kept.set(key, { answers: submission.answers, hash, receipt });
    return jsonAnswer(201, receipt);
  }

  #refuse(key: string, code: string, status: number): Response {
    this.refused.set(key, new Set([...(this.refused.get(key) ?? []), code]));
    return problem(status, code);
  }
}

import { request as requestClear } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { refuseClear, resolveTarget, type Network, type Target } from './addresses.ts';

export interface PinnedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | number>>;
  /** As many bytes as `Content-Length` says. */
  readonly body: AsyncIterable<Buffer>;
  /** Milliseconds for all of it. */
  readonly patience: number;
  /** Networks that are not public and may be connected to. */
  readonly named: readonly Network[];
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** More than any answer we know how to read. */
const largestAnswer = 64 * 1024;

/**
 * Posts to an address that somebody typed: to the very address that was looked at, never to where an answer points
 * (a redirection is an answer like others), in the clear only within a named network. Rejects when no answer came.
 */
export async function postPinned({ url, headers, body, patience, named }: PinnedRequest): Promise<Answer> {
  const to = new URL(url);
  const signal = AbortSignal.timeout(patience);
  const target = await resolveTarget(to.hostname, named);
  refuseClear(to, target);
  const request = (to.protocol === 'https:' ? requestSecure : requestClear)(to, {
    method: 'POST',
    headers: { ...headers },
    lookup: toLookup(target),
    // Not one that was opened for another address.
    agent: false,
    signal,
  });
  const answered = new Promise<Answer>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      readAnswer(response).then((text) => resolve({ status: response.statusCode!, body: text }), reject);
    });
  });
  // Who answers before the end has answered.
  const sent = pipeline(Readable.from(body), request).catch((error: unknown) => {
    if (!request.destroyed) request.destroy(error as Error);
  });
  const answer = await answered;
  request.destroy();
  await sent;
  return answer;
}

const toLookup =
  ({ address, family }: Target): LookupFunction =>
  (_host, options, done) => {
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };

async function readAnswer(response: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > largestAnswer) throw Object.assign(new Error('The answer has no end'), { code: 'answer-size' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

import fc from 'fast-check';
import type { Lifetime } from '../support/database.ts';
import { aServer, type TestServerOptions } from '../support/test-server.ts';
import { surveys } from './surveys.ts';
import { requestWithBody, requestWithoutBody, type FuzzRequest } from './requests.ts';
import { Slowest } from './slowest.ts';

export interface FuzzOptions {
  /** Bodies to send; one request in ten more goes without a body. */
  readonly runs: number;
  readonly seed: number;
  /** Hears how many bodies have been sent. */
  readonly onProgress?: (sent: number) => void;
  /** How the service differs from an ordinary one. */
  readonly service?: TestServerOptions;
}

export interface FuzzOutcome {
  readonly bodies: number;
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of the longest answer, and how many took more than a second: other work of the machine included. */
  readonly slowest: number;
  readonly overASecond: number;
  /** The requests that took longest, sent again: the best of three tries of the longest, in milliseconds. */
  readonly slowestAgain: number;
  /** The smallest request found that the service failed at, in words; undefined when it never did. */
  readonly failure: string | undefined;
}

const chunk = 1000;

/** Sends generated and mutated requests to a service of its own, in the same process. The same seed sends the same. */
export async function fuzz(lifetime: Lifetime, { runs, seed, onProgress, service }: FuzzOptions): Promise<FuzzOutcome> {
  const server = await aServer(lifetime, { now: Date.now, ...service });
  await server.publish(...surveys());
  const statuses = new Map<number, number>();
  const slowest = new Slowest();
  let requests = 0;
  let bodies = 0;

  const inject = ({ method, url, headers, payload }: FuzzRequest) =>
    server.app.fastify.inject({
      method: method as 'GET',
      url,
      headers: { ...headers },
      ...(payload ? { payload } : {}),
    });

  const send = async (request: FuzzRequest): Promise<void> => {
    const sent = performance.now();
    const answer = await inject(request);
    slowest.note(request, performance.now() - sent);
    requests += 1;
    if (request.payload) bodies += 1;
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
    if (answer.statusCode >= 500) throw new Error(`${answer.statusCode} ${answer.payload}`);
  };

  let failure: string | undefined;
  for (let from = 0; from < runs && !failure; from += chunk) {
    const parameters = { seed: seed + from, numRuns: Math.min(chunk, runs - from) };
    failure = await failureOf(requestWithBody, send, parameters);
    failure ??= await failureOf(requestWithoutBody, send, {
      ...parameters,
      numRuns: Math.ceil(parameters.numRuns / 10),
    });
    onProgress?.(from + parameters.numRuns);
  }
  const slowestAgain = await slowest.again(inject);
  const { longest, overASecond } = slowest;
  return { bodies, requests, statuses, slowest: longest, overASecond, slowestAgain, failure };
}

async function failureOf(
  requests: fc.Arbitrary<FuzzRequest>,
  send: (request: FuzzRequest) => Promise<void>,
  parameters: { seed: number; numRuns: number },
): Promise<string | undefined> {
  const details = await fc.check(fc.asyncProperty(requests, send), parameters);
  if (!details.failed) return undefined;
  const [request] = details.counterexample!;
  const body = request.payload ? `\n${JSON.stringify(request.payload.toString('latin1'))}` : '';
  return `${(details.errorInstance as Error).message}\n${request.method} ${request.url}\n${JSON.stringify(request.headers)}${body}`;
}

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import type { Lifetime } from '../support/database.ts';
import { IdentityOffice } from '../support/identity-office.ts';
import { aServer, type TestServer, type TestServerOptions } from '../support/test-server.ts';
import { secretWords } from './known.ts';
import { prepare } from './offered.ts';
import { Patience } from './patience.ts';
import { nameOf, requestWithBody, requestWithoutBody, routes, type FuzzRequest } from './requests.ts';
import { Tally } from './tally.ts';

export interface FuzzOptions {
  /** Bodies to send; one request in ten more goes without a body. */
  readonly runs: number;
  readonly seed: number;
  /** Hears how many bodies have been sent. */
  readonly onProgress?: (sent: number) => void;
  /** How the service differs from an ordinary one. */
  readonly service?: TestServerOptions;
  /** Milliseconds that have passed; a clock of the test's own shows that slowness is noticed. */
  readonly time?: () => number;
  /** Publishes what there is to be asked for; all there can be, unless a test leaves things out. */
  readonly stage?: (server: TestServer) => Promise<void>;
}

export interface FuzzOutcome {
  readonly bodies: number;
  readonly requests: number;
  readonly tally: Tally;
  /** Milliseconds of the longest answer, other work of the machine included. */
  readonly longest: number;
  /** How many took more than a second, and less when they were sent again. */
  readonly excused: number;
  /** The smallest request found that the service failed at, or was too slow at, in words; undefined when there is none. */
  readonly failure: string | undefined;
  /** Routes at which nothing that was sent came through: with `enough` bodies there is none. */
  readonly neverTaken: readonly string[];
}

const chunk = 1000;
/** Bodies after which every route has taken some, whatever the seed. */
export const enough = 5000;

/** Sends generated and mutated requests to a service of its own, in the same process. The same seed sends the same. */
export async function fuzz(
  lifetime: Lifetime,
  { runs, seed, onProgress, service, time = () => performance.now(), stage = prepare }: FuzzOptions,
): Promise<FuzzOutcome> {
  const office = await IdentityOffice.open(lifetime);
  const environment = { ...office.environment, CMTO_SECRET: secretWords };
  const server = await aServer(lifetime, { now: Date.now, environment, ...service });
  await stage(server);
  const tally = new Tally();
  let requests = 0;
  let bodies = 0;

  const note = (
    { route, payload }: FuzzRequest,
    { statusCode, headers, payload: text }: LightMyRequestResponse,
  ): void => {
    const isProblem = String(headers['content-type']).startsWith('application/problem+json');
    requests += 1;
    if (payload) bodies += 1;
    tally.note(route, statusCode, isProblem && text ? (JSON.parse(text) as { code: string }).code : undefined);
  };

  const inject = async (request: FuzzRequest, isAgain: boolean): Promise<void> => {
    const { method, url, headers, payload } = request;
    const answer = await server.app.fastify.inject({
      method: method as 'GET',
      url,
      headers: { ...headers },
      ...(payload ? { payload } : {}),
    });
    const { statusCode: status, payload: text } = answer;
    if (!isAgain) note(request, answer);
    if (status >= 500) throw new Error(`${status} ${text}`);
  };
  const patience = new Patience({ send: inject, time, newKey: randomUUID });
  const send = (request: FuzzRequest): Promise<void> => patience.send(request);

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
  const { longest, excused } = patience;
  const neverTaken = tally.neverTaken(routes.map(nameOf));
  return { bodies, requests, tally, longest, excused, failure, neverTaken };
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

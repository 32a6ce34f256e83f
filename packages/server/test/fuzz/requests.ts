import { openApiDocument } from '@cmto/contract/openapi';
import { jsonArbitrary } from '@cmto/contract/testing';
import fc from 'fast-check';
import { anyKeys } from './known.ts';
import { mutatedBytes, mutatedValue } from './mutate.ts';
import { type Aimed, recipes } from './recipes.ts';

/** One request as `app.inject` takes it. */
export interface FuzzRequest {
  /** Which route it is for, whatever became of its address: `POST /ratings`. */
  readonly route: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer | undefined;
}

interface Route {
  readonly method: string;
  /** Below the base. */
  readonly path: string;
}

const base = '/api/v1';
export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/** Every method of every path that the contract describes, and where people come back to from their provider. */
export const routes: readonly Route[] = [
  ...Object.entries((openApiDocument() as { paths: Record<string, object> }).paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => ['get', 'head', 'post', 'put'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path: path.replace(base, '') })),
  ),
  { method: 'GET', path: '/sign-in/callback' },
];

const carriesBody = ({ method }: Route): boolean => method === 'POST' || method === 'PUT';

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body) ?? ''));

/** What nobody who knows the contract would send. */
const wildBody = fc.oneof(
  jsonArbitrary.map(bytesOf),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** The body as it is meant, with parts changed, with bytes changed, or any other. */
const bodies = ({ body }: Aimed): fc.Arbitrary<Buffer | undefined> => {
  if (body === undefined) return fc.constant(undefined);
  const meant = bytesOf(body);
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(meant) },
    { weight: 5, arbitrary: Buffer.isBuffer(body) ? mutatedBytes(meant) : mutatedValue(body).map(bytesOf) },
    { weight: 2, arbitrary: mutatedBytes(meant) },
    { weight: 1, arbitrary: wildBody },
  );
};

/** What a header may hold: Node refuses anything else before there is a request. */
const headerText = fc.stringMatching(/^[!-~][ -~\u00a0-\u00ff]{0,30}$/);

/** One header at a time: the service stops at the first that it does not take. */
const strangeHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  ...Object.entries<fc.Arbitrary<string>>({
    'content-type': fc.oneof(
      fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'application/pdf'),
      headerText,
    ),
    'idempotency-key': fc.oneof(fc.constantFrom(...anyKeys), headerText),
    'content-range': fc.oneof(
      fc.constantFrom('bytes 0-2/3', 'bytes 3-9/10', 'bytes 9-3/2', 'bytes */5', 'bytes 0-99999999/99999999'),
      headerText,
    ),
    origin: fc.oneof(fc.constantFrom('null', 'https://www.example.it'), headerText),
    'if-none-match': headerText,
    'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip;q=0', 'br, gzip'), headerText),
    'content-encoding': fc.constantFrom('gzip', 'br', 'x'),
  }).map(([name, text]) => text.map((value) => ({ [name]: value }))),
);

const strangeStep = fc.oneof(
  fc.constantFrom('a'.repeat(64), '0'.repeat(26), 'x'.repeat(199), '..', '%00', '%E0%A4', '%2F'),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const strangeQuery = fc.oneof(
  fc.constantFrom('?version=1', '?version=99999999999', '?version=1&version=2', '?limit=-1', '?cursor=%00', '?state=x'),
  fc
    .tuple(
      fc.constantFrom('version', 'section', 'cursor', 'limit', 'format', 'state'),
      fc.string({ unit: 'binary', maxLength: 10 }),
    )
    .map(([name, text]) => `?${name}=${encodeURIComponent(text.toWellFormed())}`),
);

const strangePath = ({ path }: Route): fc.Arbitrary<string> =>
  fc.tuple(strangeStep, strangeQuery).map(([step, query]) => path.replace(/\{\w+\}/g, () => step) + query);

/** Seven in eight as they are meant. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const wild = (route: Route): fc.Arbitrary<Aimed> =>
  strangePath(route).map((path) => (carriesBody(route) ? { path, body: {} } : { path }));

const requestOf = (route: Route): fc.Arbitrary<FuzzRequest> =>
  (recipes[nameOf(route)] ?? wild(route)).chain((aimed) =>
    fc
      .record({
        path: mostly(aimed.path, strangePath(route)),
        strange: mostly({}, strangeHeaders),
        payload: bodies(aimed),
      })
      .map(({ path, strange, payload }) => ({
        route: nameOf(route),
        method: route.method,
        url: base + path,
        headers: { ...aimed.headers, ...strange },
        payload,
      })),
  );

const withBody = routes.filter(carriesBody);

/** A request with a body; answers to surveys, of which there will be most, three times as often as any other. */
export const requestWithBody: fc.Arbitrary<FuzzRequest> = fc.oneof(
  ...withBody.map((route) => ({ weight: route.path.endsWith('/responses') ? 3 : 1, arbitrary: requestOf(route) })),
);

/** A request of the other methods, preflights included. */
export const requestWithoutBody: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...routes.filter((route) => !carriesBody(route))).chain(requestOf) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...routes)
      .chain(requestOf)
      .map((request) => ({ ...request, route: 'OPTIONS', method: 'OPTIONS', payload: undefined })),
  },
);

import { hash } from 'node:crypto';
import type { Field } from '@cmto/contract';
import { openApiDocument } from '@cmto/contract/openapi';
import { jsonArbitrary } from '@cmto/contract/testing';
import { anAnswer, aRating, aSubmission, oneFieldOfEachType } from '@cmto/testing/builders';
import fc from 'fast-check';
import { surveys } from './surveys.ts';
import { mutatedBytes, mutatedValue } from './mutate.ts';

/** One request as `app.inject` takes it. */
export interface FuzzRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer | undefined;
}

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every method of every path that the contract describes: a new route is fuzzed without being named here. */
export const routes: readonly Route[] = Object.entries(
  (openApiDocument() as { paths: Record<string, object> }).paths,
).flatMap(([path, operations]) =>
  Object.keys(operations)
    .filter((method) => ['get', 'head', 'post', 'put'].includes(method))
    .map((method) => ({ method: method.toUpperCase(), path: path.startsWith('/api/') ? path : `/api/v1${path}` })),
);

const carriesBody = ({ method }: Route): boolean => method === 'POST' || method === 'PUT';

const answers = Object.fromEntries(
  oneFieldOfEachType()
    .filter(({ type }) => type !== 'note' && type !== 'file')
    .map((field: Field) => [field.id, anAnswer(field)!]),
);
const file = { field: 'file', sha256: 'a'.repeat(64), name: 'osservazione.pdf', type: 'application/pdf', size: 3 };
const submissions = [
  aSubmission(),
  aSubmission(answers, { completedAt: '2026-11-20T09:29:00Z', page: 'https://www.example.it/piano' }),
  aSubmission({ ...answers, file: [file.sha256] }, { attachments: [file], target: { section: '2.1', quote: 'q' } }),
  aRating({ details: 'Non trovo il modulo.' }),
];
const submissionTexts = submissions.map((submission) => Buffer.from(JSON.stringify(submission)));

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');

const bodies: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...submissions)
      .chain(mutatedValue)
      .map(json),
  },
  { weight: 3, arbitrary: fc.constantFrom(...submissionTexts).chain(mutatedBytes) },
  { weight: 1, arbitrary: jsonArbitrary.map(json) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.constantFrom(...submissionTexts) },
);

/** Few, so that some come again with other content, on another survey, or while the first is under way. */
const keys = Array.from({ length: 400 }, (_, at) => {
  const digits = hash('md5', `key ${at}`);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
});

/** What a header may hold: Node refuses anything else before there is a request. */
const headerText = fc.stringMatching(/^[!-~][ -~\u00a0-\u00ff]{0,30}$/);
const often = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      'content-type': often(
        'application/json',
        fc.oneof(fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'application/pdf'), headerText),
      ),
      'idempotency-key': fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, headerText),
      'content-range': fc.oneof(fc.constantFrom('bytes 0-2/3', 'bytes 3-9/10', 'bytes 9-3/2', 'bytes */5'), headerText),
      origin: often('http://localhost:1', fc.oneof(fc.constantFrom('null', 'https://www.example.it'), headerText)),
      'if-none-match': headerText,
      'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip;q=0', 'br, gzip'), headerText),
      'content-encoding': often('identity', fc.constantFrom('gzip', 'br', 'x')),
    },
    { requiredKeys: ['content-type', 'idempotency-key'] },
  )
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));

const slugs = [...new Set(surveys().map(({ slug }) => slug))];
const step = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...slugs) },
  fc.constantFrom(file.sha256, '0'.repeat(26), 'x'.repeat(199), '..', '%00', '%E0%A4', '%2F'),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const query = often(
  '',
  fc.oneof(
    fc.constantFrom('?version=1', '?version=99999999999', '?version=1&version=2'),
    fc.string({ unit: 'binary', maxLength: 10 }).map((text) => `?version=${encodeURIComponent(text.toWellFormed())}`),
  ),
);

const requestOf = (route: Route): fc.Arbitrary<FuzzRequest> =>
  fc
    .record({ step, query, headers, payload: carriesBody(route) ? bodies : fc.constant(undefined) })
    .map(({ step: inPath, query: asked, ...sent }) => ({
      method: route.method,
      url: route.path.replace(/\{\w+\}/g, () => inPath) + asked,
      ...sent,
    }));

const submitting = routes.find(({ path }) => path.endsWith('/responses'))!;

/** A request with a body, most of them submissions. */
export const requestWithBody: fc.Arbitrary<FuzzRequest> = fc.oneof(
  { weight: 4, arbitrary: requestOf(submitting) },
  { weight: 1, arbitrary: fc.constantFrom(...routes.filter(carriesBody)).chain(requestOf) },
);

/** A request of the other methods, preflights included. */
export const requestWithoutBody: fc.Arbitrary<FuzzRequest> = fc.oneof(
  fc.constantFrom(...routes.filter((route) => !carriesBody(route))).chain(requestOf),
  fc.constantFrom(...routes).chain(({ path }) => requestOf({ method: 'OPTIONS', path })),
);

import type { Field } from '@cmto/contract';
import {
  aContribution,
  anAnswer,
  anIdea,
  aRating,
  aRequest,
  aSubmission,
  oneFieldOfEachType,
} from '@cmto/testing/builders';
import fc from 'fast-check';
import { namedIn, sentFiles } from './files.ts';
import { anyKeys, contributionIds, fileKeys, ideaKeys, receiptCodes, requestKeys, signIns, states } from './known.ts';
import { consultations, page, services, surveys } from './offered.ts';

/** A request that the service would take, or refuse for nothing but what it finds there. */
export interface Aimed {
  /** With its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or the bytes of a file. */
  readonly body?: object;
}

const origin = 'http://localhost:1';
const newKey = fc.uuid({ version: 4 });
/** Half of the keys have never been seen. */
const keyOf = (known: readonly string[] = anyKeys): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: newKey }, fc.constantFrom(...known), fc.constantFrom(...anyKeys));
const slugsOf = (all: readonly { readonly slug: string }[]): fc.Arbitrary<string> =>
  fc.constantFrom(...new Set(all.map(({ slug }) => slug)));
const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: others.length, arbitrary: fc.constant(usual) }, ...others.map((other) => fc.constant(other)));
const versions = often('', '?version=1', '?version=2', '?version=99');
/** Words that make every answer its own. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `Così: ${text.toWellFormed()}`);

const answers = Object.fromEntries(
  oneFieldOfEachType()
    .filter(({ type }) => type !== 'note' && type !== 'file')
    .map((field: Field) => [field.id, anAnswer(field)!]),
);
const later = { completedAt: '2026-11-20T09:29:00Z', page: 'https://www.example.it/piano' };

/** What is posted as JSON, under a key where the route wants one. */
const posting = (path: fc.Arbitrary<string>, key: fc.Arbitrary<string> | undefined, body: fc.Arbitrary<object>) =>
  fc.record({ path, key: key ?? fc.constant(undefined), body }).map((drawn): Aimed => ({
    path: drawn.path,
    body: drawn.body,
    headers: {
      'content-type': 'application/json',
      origin,
      ...(drawn.key === undefined ? {} : { 'idempotency-key': drawn.key }),
    },
  }));

/** What is only asked for. */
const asking = (path: fc.Arbitrary<string>): fc.Arbitrary<Aimed> =>
  path.map((asked): Aimed => ({ path: asked, headers: { origin } }));

const definitions = (kind: string, all: readonly { readonly slug: string }[]): fc.Arbitrary<Aimed> =>
  asking(fc.tuple(slugsOf(all), versions).map(([slug, version]) => `/${kind}/${slug}${version}`));

const below = (kind: string, all: readonly { readonly slug: string }[], what: string): fc.Arbitrary<string> =>
  slugsOf(all).map((slug) => `/${kind}/${slug}/${what}`);

/** The first file: it has arrived under the first of `fileKeys`. */
const named = (field: string) => namedIn(field, sentFiles[0]!);

const responses = fc.oneof(
  posting(
    below('surveys', surveys, 'responses'),
    keyOf(),
    words.map((text) => aSubmission({ text })),
  ),
  posting(
    fc.constantFrom('/surveys/verifica-tipi/responses', '/surveys/verifica-riservata/responses'),
    keyOf(fileKeys),
    fc.oneof(
      words.map((text) => aSubmission({ ...answers, text }, later)),
      words.map((text) =>
        aSubmission({ ...answers, text, file: [named('file').sha256] }, { attachments: [named('file')] }),
      ),
    ),
  ),
  posting(
    fc.constant('/surveys/verifica-risultati/responses'),
    keyOf(),
    fc.constantFrom('a', 'b', 'c').map((choice) => aSubmission({ choice })),
  ),
);

const requests = fc.oneof(
  posting(
    below('services', services, 'requests'),
    keyOf(requestKeys),
    words.map((tema) => aRequest({ tema })),
  ),
  posting(
    fc.constant('/services/verifica-richieste/requests'),
    fc.constantFrom(...fileKeys),
    words.map((tema) => aRequest({ tema, allegati: [named('allegati').sha256] }, { attachments: [named('allegati')] })),
  ),
  posting(
    fc.constant('/services/verifica-identita/requests'),
    newKey,
    fc.constantFrom(...signIns).map(({ proof }) => aRequest({}, { identity: proof })),
  ),
);

const contributions = fc.oneof(
  posting(
    below('consultations', consultations, 'contributions'),
    keyOf(),
    words.map((testo) => aContribution({ testo })),
  ),
  posting(
    fc.constant('/consultations/verifica-idee/contributions'),
    keyOf(ideaKeys),
    words.map((testo) => anIdea({ testo })),
  ),
);

const messages = posting(
  fc.constantFrom(...receiptCodes).map((code) => `/receipts/${code}/messages`),
  keyOf(fileKeys),
  fc.oneof(
    { weight: 8, arbitrary: words.map((text) => ({ kind: 'addition', text, language: 'it' })) },
    {
      weight: 2,
      arbitrary: fc.constant({ kind: 'addition', attachments: [withoutField(named(''))], language: 'fr' }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<object>(
        { kind: 'withdrawal', language: 'it' },
        { kind: 'erasure', text: 'Per favore.', language: 'it' },
        { kind: 'appeal', text: 'Non sono d’accordo.', language: 'en' },
        { kind: 'confirm', code: '123456', language: 'it' },
        { kind: 'resend-code', language: 'it' },
      ),
    },
  ),
);

/** Where a part begins and ends, as shares of the file: whole, its beginning, its end, and ends that come too early. */
const parts: fc.Arbitrary<readonly [from: number, to: number]> = fc.oneof(
  fc
    .constantFrom([0, 1], [0, 0.1], [0, 0.5], [0, 0.9], [0.1, 1], [0.5, 1], [0.9, 1])
    .map(([from, to]) => [from!, to!] as const),
  fc.double({ min: 0, max: 0.99, noNaN: true }).map((from) => [from, 1] as const),
);
const files = fc
  .record({ file: fc.constantFrom(...sentFiles), key: fc.constantFrom(...fileKeys), part: parts })
  .map(({ file: { bytes, sha256, type }, key, part: [from, to] }): Aimed => {
    const [start, end] = [Math.floor(from * bytes.length), Math.floor(to * bytes.length)];
    const headers = { 'content-type': type, 'idempotency-key': key, origin };
    const range = { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` };
    return {
      path: `/attachments/${sha256}`,
      headers: end > start ? { ...headers, ...range } : headers,
      body: bytes.subarray(start, end),
    };
  });

const offsets = fc
  .record({ file: often(sentFiles[0]!, ...sentFiles.slice(1)), key: fc.constantFrom(...fileKeys) })
  .map(({ file: { sha256 }, key }): Aimed => ({
    path: `/attachments/${sha256}`,
    headers: { 'idempotency-key': key, origin },
  }));

const listed = fc.tuple(
  slugsOf(consultations),
  fc.constantFrom('', '?section=2.1', '?limit=5', '?format=csv', '?format=atom', '?format=json&limit=200', '?limit=0'),
);

/** How each route is asked for, by method and path. A route without a recipe is asked for wildly alone, and is told. */
export const recipes: Readonly<Record<string, fc.Arbitrary<Aimed>>> = {
  'GET /status': asking(fc.constant('/status')),
  'GET /openapi.json': asking(fc.constant('/openapi.json')),
  'GET /municipalities': asking(fc.constant('/municipalities')),
  'GET /surveys/{slug}': definitions('surveys', surveys),
  'GET /services/{slug}': definitions('services', services),
  'GET /consultations/{slug}': definitions('consultations', consultations),
  'GET /surveys/{slug}/results': asking(
    often('/surveys/verifica-risultati/results', '/surveys/verifica-aperta/results'),
  ),
  'GET /consultations/{slug}/contributions': asking(
    fc.oneof(
      listed.map(([slug, query]) => `/consultations/${slug}/contributions${query}`),
      fc.constantFrom(...contributionIds).map((id) => `/consultations/verifica-idee/contributions?cursor=${id}`),
    ),
  ),
  'GET /receipts/{receiptCode}': asking(fc.constantFrom(...receiptCodes).map((code) => `/receipts/${code}`)),
  'GET /sign-in/callback': asking(
    fc
      .constantFrom(...states, ...signIns.map(({ code }) => code))
      .map((state) => `/sign-in/callback?error=access_denied&state=${state}`),
  ),
  'HEAD /attachments/{sha256}': offsets,
  'PUT /attachments/{sha256}': files,
  'POST /surveys/{slug}/responses': responses,
  'POST /services/{slug}/requests': requests,
  'POST /consultations/{slug}/contributions': contributions,
  'POST /contributions/{id}/endorsements': posting(
    fc.constantFrom(...contributionIds).map((id) => `/contributions/${id}/endorsements`),
    keyOf(),
    fc.oneof(newKey, fc.constantFrom(...anyKeys)).map((device) => ({ device })),
  ),
  'POST /ratings': posting(
    fc.constant('/ratings'),
    keyOf(),
    fc.oneof(
      fc.constantFrom(1, 2, 3).map((stars) => aRating({ stars })),
      words.map((details) => aRating({ details })),
    ),
  ),
  'POST /receipts/{receiptCode}/messages': messages,
  'POST /sign-in/starts': posting(
    fc.constant('/sign-in/starts'),
    undefined,
    fc
      .tuple(often('verifica-identita', 'verifica-richieste', 'non-c-e'), fc.constantFrom(...signIns))
      .map(([service, { challenge }]) => ({ service, page, challenge })),
  ),
  'POST /sign-in/proofs': posting(
    fc.constant('/sign-in/proofs'),
    undefined,
    fc
      .tuple(fc.constantFrom(...signIns), fc.constantFrom(...signIns), fc.boolean())
      .map(([own, other, isOwn]) => ({ code: own.code, verifier: (isOwn ? own : other).verifier })),
  ),
};

function withoutField({ field: _, ...file }: ReturnType<typeof named>) {
  return file;
}

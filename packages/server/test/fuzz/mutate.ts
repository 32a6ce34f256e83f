import fc from 'fast-check';
import { jsonArbitrary } from '@cmto/contract/testing';

/** What is put in the place of a part of a JSON value; `undefined` takes the part away. */
type Change = (part: unknown) => unknown;

/** Texts that readers, databases and patterns have stumbled over. */
const oddTexts = [
  '',
  '\u0000',
  '\ud83d',
  'e\u0301'.repeat(500),
  '\r'.repeat(5000),
  'a'.repeat(100_000),
  '\u202eFDP.exe',
  '=1+1',
  "'; drop table responses; --",
  '9'.repeat(400),
  '9999-12-31T23:59:59Z',
  '%s%n${x}{{text}}',
];

const changes: fc.Arbitrary<Change> = fc.oneof(
  jsonArbitrary.map((other) => () => other),
  fc.constantFrom(...oddTexts).map((text) => () => text),
  fc.constantFrom(-0, 1e308, 2 ** 53, -1, 0.1, 1e-320).map((number) => () => number),
  fc.constant<Change>(() => undefined),
  fc.constantFrom<Change[]>(
    (part) => [part, part],
    (part) => ({ text: part, other: part }),
    (part) => JSON.stringify(part),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(
    (text): Change =>
      (part) =>
        typeof part === 'string' ? part + text : text,
  ),
);

const countParts = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + countParts(inner), 1)
    : 1;

/** The value with the part reached `at` steps into it, in depth-first order, changed. */
function changeAt(value: unknown, at: number, change: Change): unknown {
  if (at === 0) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  let left = at - 1;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const parts = countParts(inner);
    const changed = left >= 0 && left < parts ? changeAt(inner, left, change) : inner;
    left -= parts;
    return changed === undefined ? [] : [[name, changed]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A JSON value with one to three of its parts changed. */
export const mutatedValue = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), changes), { minLength: 1, maxLength: 3 })
    .map((all) => all.reduce((changed, [at, change]) => changeAt(changed, at % countParts(changed), change), value));

/** Bytes with some of them lost, doubled or replaced. */
export const mutatedBytes = (bytes: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), fc.uint8Array({ maxLength: 4 })), { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.reduce((changed, [place, gone, put]) => {
        const at = place % (changed.length + 1);
        return Buffer.concat([changed.subarray(0, at), put, changed.subarray(at + gone)]);
      }, bytes),
    );

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  type Answers,
  canonicalAnswers,
  canonicalJson,
  canonicalText,
  type Content,
  contentToHash,
  type Form,
} from '@cmto/contract';
import { fixedSeed, formWithAnswers, jsonArbitrary } from '@cmto/contract/testing';
import fc from 'fast-check';

const golden = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8')) as T;

// These files are frozen: a receipt's hash must be found again years later. A change here is a new canonicalisation.
describe('canonicalisation 1', () => {
  const { form, cases } = golden<{ form: Form; cases: { name: string; answers: Answers; canonical: string }[] }>(
    'canonical-answers',
  );
  for (const { name, answers, canonical } of cases) {
    it(name, () => assert.equal(canonicalJson(canonicalAnswers(form, answers)), canonical));
  }
});

describe('content hash', () => {
  for (const { name, content, text, contentHash } of golden<
    { name: string; content: Content; text: string; contentHash: string }[]
  >('content-hash')) {
    it(name, () => {
      assert.equal(contentToHash(content), text);
      assert.equal(createHash('sha256').update(text).digest('hex'), contentHash);
    });
  }
});

interface Rfc8785 {
  readonly name: string;
  readonly cases?: readonly (readonly [string, string])[];
  readonly json: string;
  readonly canonical: string;
}

describe('canonical JSON', () => {
  for (const { name, cases, json, canonical } of golden<Rfc8785[]>('rfc8785')) {
    it(name, () => {
      for (const [bits, text] of cases ?? [])
        assert.equal(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE()), text);
      if (!cases) assert.equal(canonicalJson(JSON.parse(json)), canonical);
    });
  }
  it('says the same as JSON does, and is its own canonical form', () => {
    fc.assert(
      fc.property(jsonArbitrary, (value) => {
        const text = canonicalJson(value);
        assert.equal(JSON.stringify(JSON.parse(text)), JSON.stringify(JSON.parse(canonicalJson(JSON.parse(text)))));
        assert.equal(canonicalJson(JSON.parse(text)), text);
      }),
      fixedSeed(1000),
    );
  });
  it('leaves out what is undefined and throws for what JSON cannot hold', () => {
    assert.equal(canonicalJson({ b: undefined, a: 1 }), '{"a":1}');
    for (const value of [NaN, Infinity, undefined, 1n, () => 1, Symbol('x'), [undefined]])
      assert.throws(() => canonicalJson(value), RangeError);
  });
  it('asks no toJSON', () => assert.equal(canonicalJson({ a: 1, toJSON: undefined }), '{"a":1}'));
});

describe('canonical text and answers', () => {
  it('are their own canonical form', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\r', '\n', ' ', 'e', '\u0301', '\ud83d', '\u00a0', '\u2028') }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = canonicalText(raw);
        assert.equal(canonicalText(once), once);
        assert.equal(once.normalize('NFC'), once);
        assert.equal(once.trim(), once);
        assert.ok(!once.includes('\r\n'));
        assert.ok(once.isWellFormed());
      }),
      fixedSeed(20_000),
    );
    fc.assert(
      fc.property(formWithAnswers('wild'), ({ form, answers }) => {
        const once = canonicalAnswers(form, answers as Answers);
        assert.deepEqual(canonicalAnswers(form, once), once);
      }),
      fixedSeed(1000),
    );
  });
  it('take the short way only where it leads to the same place', () => {
    const latin = fc.string({ unit: fc.integer({ min: 0x20, max: 0x2ff }).map((code) => String.fromCharCode(code)) });
    const slow = (text: string): string => text.normalize('NFC').replace(/\r\n/g, '\n').trim();
    fc.assert(
      fc.property(latin, (text) => assert.equal(canonicalText(text), slow(text))),
      fixedSeed(20_000),
    );
    for (let code = 0; code < 0x3000; code += 1) {
      const sign = String.fromCharCode(code);
      for (const text of [`a${sign}`, `${sign}a`]) assert.equal(canonicalText(text), slow(text), code.toString(16));
    }
  });
});

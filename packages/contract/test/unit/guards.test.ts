import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isMunicipalityList, isProblem, isReceipt, isReceiptStatus, isSurvey } from '@cmto/contract';
import {
  municipalityListSchema,
  problemSchema,
  receiptSchema,
  receiptStatusSchema,
  surveySchema,
} from '@cmto/contract/schemas';
import { aSurvey, fixedSeed, formArbitrary, jsonArbitrary, pollutions, withPollution } from '@cmto/contract/testing';
import fc from 'fast-check';
import type { z } from 'zod';

const instant = fc.constantFrom('2026-11-20T09:30:00Z', '2026-11-20T09:30:00.123Z');
const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const text = fc.oneof(fc.string({ minLength: 1 }), fc.record({ it: fc.string({ minLength: 1 }) }));
const receipt = {
  id: fc.uuid({ version: 4 }),
  receiptCode: fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
    minLength: 26,
    maxLength: 26,
  }),
  receivedAt: instant,
  contentHash: hex,
  flags: fc.subarray(['late', 'check'] as const),
  completedAt: instant,
  register: fc.record({
    code: fc.string({ maxLength: 40 }),
    year: fc.constant(2026),
    number: fc.constant('0000123'),
    status: fc.constant('provisional' as const),
  }),
  url: fc.constant('https://a.example/r/x'),
};
const needed = ['id', 'receiptCode', 'receivedAt', 'contentHash', 'url'] as const;
const status = {
  ...receipt,
  kind: fc.constant('survey' as const),
  slug: fc.constant('a'),
  title: text,
  language: fc.constant('it'),
  state: fc.constant('received' as const),
};

interface Guarded {
  readonly name: string;
  readonly guard: (value: unknown) => boolean;
  readonly schema: z.ZodType;
  readonly right: fc.Arbitrary<object>;
}

const guarded: readonly Guarded[] = [
  {
    name: 'isReceipt',
    guard: isReceipt,
    schema: receiptSchema,
    right: fc.record(receipt, { requiredKeys: [...needed] }),
  },
  {
    name: 'isReceiptStatus',
    guard: isReceiptStatus,
    schema: receiptStatusSchema,
    right: fc.record(status, { requiredKeys: [...needed, 'kind', 'slug', 'title', 'language', 'state'] }),
  },
  {
    name: 'isProblem',
    guard: isProblem,
    schema: problemSchema,
    right: fc.record(
      {
        type: fc.string(),
        title: fc.string(),
        status: fc.integer({ min: 400, max: 599 }),
        code: fc.string({ maxLength: 60 }),
        detail: fc.string(),
        errors: fc.array(fc.record({ pointer: fc.string(), code: fc.string({ maxLength: 60 }), message: fc.string() })),
        more: fc.anything({ withNullPrototype: false }),
      },
      { requiredKeys: ['type', 'title', 'status', 'code'] },
    ),
  },
  {
    name: 'isMunicipalityList',
    guard: isMunicipalityList,
    schema: municipalityListSchema,
    right: fc.record({
      municipalities: fc.array(
        fc.record({
          code: fc.constant('001272'),
          name: fc.string(),
          zone: fc.integer({ min: 1, max: 11 }),
          population: fc.nat(100_000),
        }),
      ),
      zones: fc.array(fc.record({ id: fc.integer({ min: 1, max: 11 }), name: fc.string() }), { maxLength: 20 }),
      note: fc.string(),
    }),
  },
  {
    name: 'isSurvey',
    guard: isSurvey,
    schema: surveySchema,
    right: formArbitrary.map((form) => aSurvey({ form, minutes: 8, intro: 'x' })),
  },
];

for (const { name, guard, schema, right } of guarded) {
  describe(name, () => {
    it('accepts whatever the schema accepts', () => {
      fc.assert(
        fc.property(right, (value) => {
          const wire: unknown = JSON.parse(JSON.stringify(value));
          assert.ok(schema.safeParse(wire).success, 'the generator makes right values only');
          assert.ok(guard(wire));
        }),
        fixedSeed(300),
      );
    });
    it('refuses what comes in its place: any other JSON, and the right thing without one of its parts', () => {
      fc.assert(
        fc.property(jsonArbitrary, (value) => assert.equal(guard(value), false)),
        fixedSeed(500),
      );
      for (const value of fc.sample(right, fixedSeed(20))) {
        const wire = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
        const whole = schema.safeParse(wire).success;
        for (const key of Object.keys(wire)) {
          const { [key]: _, ...rest } = wire;
          // `access` and the like are the server's business: the widget does not read them.
          if (guard(rest) && !schema.safeParse(rest).success)
            assert.ok(['department', 'access', 'identity', 'attribution'].includes(key), key);
        }
        assert.ok(whole);
      }
    });
    it('is not taken in by what is on Object.prototype, nor put off by it', () => {
      const samples = fc.sample(right, fixedSeed(20)).map((value) => JSON.stringify(value));
      for (const pollution of pollutions) {
        for (const sample of samples) {
          const [full, empty] = withPollution(pollution, true, () => [
            guard(JSON.parse(sample)),
            guard(JSON.parse('{}')),
          ]);
          assert.equal(full, true, pollution.name);
          assert.equal(empty, false, pollution.name);
        }
      }
    });
  });
}

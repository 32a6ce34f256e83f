import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allFaults } from '../../src/faults/all-faults.ts';
import type { Message } from '../../src/proxy/message-reader.ts';
import { type Plan, seededPlan } from '../../src/proxy/plan.ts';
import { Random } from '../../src/random.ts';

const keys = Array.from({ length: 200 }, (_, number) => new Random(`key ${number}`).uuid());

const request = (key: string, method = 'POST'): Message => ({
  start: `${method} /api/v1/x HTTP/1.1`,
  headers: new Map([['idempotency-key', key]]),
  bytes: Buffer.alloc(0),
  bodyAt: 0,
});

const aPlan = (seed: string): Plan =>
  seededPlan({ random: new Random(seed), faults: allFaults, share: 0.5, calmAfter: 3 });

/** The faults that the first three attempts of each key meet, the keys in this order. */
const faultsOf = (plan: Plan, order: readonly string[]): Map<string, string> => {
  const met = new Map<string, string>();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    for (const key of order) met.set(`${key} ${attempt}`, plan(request(key)).fault?.name ?? '');
  }
  return met;
};

describe('seededPlan', () => {
  it('draws the same faults again under the same seed, in whatever order people come', () => {
    const first = faultsOf(aPlan('seed'), keys);
    const again = faultsOf(aPlan('seed'), keys.toReversed());
    for (const [attempt, fault] of first) assert.equal(again.get(attempt), fault);
  });

  it('draws others under another seed', () => {
    assert.notDeepEqual(faultsOf(aPlan('seed'), keys), faultsOf(aPlan('other'), keys));
  });

  it('lets everything pass in the end', () => {
    const plan = aPlan('seed');
    faultsOf(plan, keys);
    assert.ok(keys.every((key) => plan(request(key)).fault === undefined));
  });

  it('leaves preflights and what has no key alone', () => {
    const plan = seededPlan({ random: new Random('seed'), faults: allFaults, share: 1, calmAfter: 9 });
    assert.equal(plan(request('')).fault, undefined);
    assert.equal(plan(request(keys[0]!, 'OPTIONS')).fault, undefined);
    assert.ok(plan(request(keys[0]!)).fault);
  });
});

describe('Random', () => {
  it('never gives two of a hundred thousand people one key', () => {
    const random = new Random('crowd');
    const ids = new Set(Array.from({ length: 100_000 }, (_, number) => random.fork(number).uuid()));
    assert.equal(ids.size, 100_000);
  });
});

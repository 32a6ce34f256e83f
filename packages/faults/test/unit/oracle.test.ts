import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allFaults } from '../../src/faults/all-faults.ts';
import type { Wrong } from '../../src/ledger/judge.ts';
import {
  type BrokenClient,
  followsRedirects,
  newKeyPerTry,
  removesBeforeSending,
  trustsAnyAnswer,
  trustsAnyReceipt,
  trustsOk,
} from './broken/clients.ts';
import type { ServerWay } from './broken/double-server.ts';
import { people, tryOut } from './broken/trial.ts';

/** A protocol broken on purpose, and what the oracle has to say of it. */
interface Break {
  readonly client?: BrokenClient;
  readonly server?: ServerWay;
  readonly caught: Wrong;
}

const trusting: Break = { client: trustsAnyAnswer, caught: 'acknowledged-not-stored' };

const breaks: Readonly<Record<string, readonly Break[]>> = {
  'response lost after commit': [
    { server: 'no-unique-key', caught: 'twice' },
    { client: newKeyPerTry, caught: 'twice' },
    { server: 'new-receipt-per-replay', caught: 'receipt' },
  ],
  'cut at a byte of the request': [
    { server: 'half-writes', caught: 'altered' },
    { client: removesBeforeSending, caught: 'lost' },
  ],
  'cut at a byte of the response': [
    { client: newKeyPerTry, caught: 'twice' },
    { server: 'no-unique-key', caught: 'twice' },
  ],
  trickle: [{ server: 'half-writes', caught: 'altered' }],
  'black hole': [{ client: removesBeforeSending, caught: 'lost' }],
  'answer after the client gave up': [
    { client: newKeyPerTry, caught: 'twice' },
    { server: 'no-unique-key', caught: 'twice' },
  ],
  'reset before reading': [{ client: removesBeforeSending, caught: 'lost' }],
  '500': [trusting, { client: removesBeforeSending, caught: 'lost' }],
  '502': [trusting, { client: newKeyPerTry, caught: 'twice' }],
  '503': [trusting, { client: removesBeforeSending, caught: 'lost' }],
  '429': [trusting, { client: removesBeforeSending, caught: 'lost' }],
  '413 of a proxy': [trusting, { client: removesBeforeSending, caught: 'lost' }],
  'HTML error page': [trusting, { client: removesBeforeSending, caught: 'lost' }],
  'captive portal, HTML': [{ client: trustsOk, caught: 'acknowledged-not-stored' }],
  'captive portal, JSON': [{ client: trustsOk, caught: 'acknowledged-not-stored' }],
  "another's receipt": [{ client: trustsAnyReceipt, caught: 'acknowledged-not-stored' }],
  redirect: [{ client: followsRedirects, caught: 'acknowledged-not-stored' }],
  'duplicate delivery': [
    { server: 'no-unique-key', caught: 'twice' },
    { server: 'check-then-insert', caught: 'twice' },
  ],
  'replayed later, in another order': [{ server: 'no-unique-key', caught: 'twice' }],
  'truncated JSON': [
    { client: trustsOk, caught: 'receipt' },
    { client: newKeyPerTry, caught: 'twice' },
  ],
  'garbled JSON': [
    { client: trustsOk, caught: 'receipt' },
    { client: newKeyPerTry, caught: 'twice' },
  ],
  'server restarted in between': [{ server: 'answers-before-commit', caught: 'acknowledged-not-stored' }],
};

describe('the oracle', () => {
  for (const fault of allFaults) {
    it(`finds nothing wrong with our own clients under "${fault.name}"`, async () => {
      const { findings, stored, acknowledged, met } = await tryOut({ fault });
      assert.deepEqual(findings, []);
      assert.deepEqual({ stored, acknowledged, met }, { stored: people, acknowledged: people, met: people });
    });

    it(`catches a protocol broken on purpose under "${fault.name}"`, async () => {
      const tried = breaks[fault.name] ?? [];
      assert.ok(tried.length > 0, 'a fault under which nothing can break proves nothing');
      for (const { client, server, caught } of tried) {
        const { findings } = await tryOut({ fault, client, server });
        const found = [...new Set(findings.map(({ wrong }) => wrong))];
        assert.ok(found.includes(caught), `${client?.name ?? server}: expected ${caught}, found ${found.join(', ')}`);
        // Else it would be caught anyway, and say nothing of this fault.
        const calm = await tryOut({ client, server });
        assert.ok(!calm.findings.some(({ wrong }) => wrong === caught), `${client?.name ?? server} without the fault`);
      }
    });
  }

  it('has no broken protocol for a fault that there is not', () => {
    const names = allFaults.map(({ name }) => name);
    assert.deepEqual(Object.keys(breaks).sort(), names.sort());
  });
});

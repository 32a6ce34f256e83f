import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visit } from '../../src/browsers/visit.ts';
import { aDraft } from '../../src/clients/a-draft.ts';
import { judge } from '../../src/ledger/judge.ts';
import { Ledger } from '../../src/ledger/ledger.ts';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const receipt = {
  id,
  receiptCode: '0123456789ABCDEFGHJKMNPQRS',
  receivedAt: '2026-11-20T09:30:00Z',
  contentHash: 'a'.repeat(64),
  url: 'https://partecipa.example.it/r/0123456789ABCDEFGHJKMNPQRS',
};
const entry = { ...aDraft({ id, api: 'http://127.0.0.1/api/v1', answers: {} }), state: 'delivered', receipt } as const;

const visited = () => {
  const ledger = new Ledger();
  const visit = new Visit(ledger);
  const resting = visit.rest(['uno']);
  visit.hear({ what: 'keeps', id });
  return { ledger, visit, resting };
};

describe('Visit', () => {
  it('writes a receipt down when it is read: the device no longer has it at the end', async () => {
    const { ledger, visit, resting } = visited();
    visit.hear({ what: 'reads', entries: [entry] });
    visit.hear({ what: 'rests', name: 'uno', entries: [] });
    await resting;
    assert.deepEqual([...ledger.acknowledged.keys()], [id]);
  });

  it('leaves it to the judge when an answer is gone from the device and nobody has read its receipt', async () => {
    const { ledger, visit, resting } = visited();
    visit.hear({ what: 'rests', name: 'uno', entries: [] });
    await resting;
    const { findings } = await judge(ledger, []);
    assert.deepEqual(
      findings.map(({ wrong }) => wrong),
      ['lost', 'undelivered'],
    );
  });
});

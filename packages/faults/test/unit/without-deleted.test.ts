import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding, Wrong } from '../../src/ledger/judge.ts';
import { withoutDeleted } from '../../src/ledger/without-deleted.ts';

const finding = (wrong: Wrong, key: string): Finding => ({ wrong, key, detail: '' });
const verdict = {
  promised: 3,
  acknowledged: 1,
  stored: 2,
  findings: [finding('lost', 'a'), finding('undelivered', 'a'), finding('undelivered', 'b')],
};
const both = new Set(['a', 'b']);

describe('withoutDeleted', () => {
  it('leaves out what the browser has deleted, when the device says how many answers were lost', () => {
    assert.deepEqual(withoutDeleted(verdict, both, 1).findings, []);
  });

  it('leaves everything in when the device says less than is lost', () => {
    assert.deepEqual(withoutDeleted(verdict, both, 0), verdict);
  });

  it('leaves in what was not in the database, and whatever else is wrong with what was', () => {
    const altered = finding('altered', 'a');
    const { findings } = withoutDeleted({ ...verdict, findings: [...verdict.findings, altered] }, new Set(['a']), 1);
    assert.deepEqual(findings, [finding('undelivered', 'b'), altered]);
  });
});

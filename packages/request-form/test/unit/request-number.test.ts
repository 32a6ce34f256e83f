import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aRequestStatus } from '@cmto/testing/builders';
import { isNumberOf } from '../../src/model/request-number.ts';

const request = aRequestStatus({ official: { register: 'PG', number: '0004567', date: '2027-01-04' } });

describe('isNumberOf', () => {
  it('knows the number as the receipt has it, as people say it, and the official one', () => {
    for (const typed of ['CMTO-RI-2026/0000042', ' 2026/42', '42/2026', '0000042', '42', 'n. 42 del 2026', '4567/2027'])
      assert.equal(isNumberOf(typed, request), true, typed);
  });

  it('takes no other for it', () => {
    for (const typed of ['2026/0000043', '2025/42', '42/2027', '2026', '4567/2026', '', '4242', 'CMTO'])
      assert.equal(isNumberOf(typed, request), false, typed);
  });

  it('takes nothing for the number of what has none yet, and no number', () => {
    const { register: _, ...unconfirmed } = aRequestStatus({ state: 'unconfirmed' });
    assert.equal(isNumberOf(' ', unconfirmed), true);
    assert.equal(isNumberOf('42', unconfirmed), false);
  });
});

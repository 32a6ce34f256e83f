import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfirmCode } from '../../src/model/confirm.ts';

describe('readConfirmCode', () => {
  it('takes six digits in groups, and nothing else', () => {
    for (const typed of ['123456', '123-456', '123 456', ' 123–456 ', '12-34-56']) {
      assert.equal(readConfirmCode(typed), '123456');
    }
    for (const typed of ['', '12345', '1234567', '12345a', '123.456']) {
      assert.equal(readConfirmCode(typed), undefined);
    }
  });
});

import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { hashReceiptCode, readReceiptCode, receiptCodeOf } from '../../src/receipts/receipt-code.ts';

const secret = createSecretKey(Buffer.from('una chiave di prova, lunga quanto basta'));

describe('receiptCodeOf', () => {
  it('is frozen: 130 bits of HMAC-SHA256 in Crockford base32', () => {
    // Made independently: the first 130 bits of hmac.new(secret, key, sha256) as one number, in base 32.
    assert.equal(receiptCodeOf(secret, '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d'), 'GH7BF7B03T091DNXHJZP50M86N');
  });

  it('differs by key and by secret', () => {
    const key = '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d';
    const other = createSecretKey(Buffer.from('un’altra chiave di prova, lunga uguale'));
    assert.notEqual(receiptCodeOf(secret, key), receiptCodeOf(other, key));
    assert.notEqual(receiptCodeOf(secret, key), receiptCodeOf(secret, key.replace('3f', '4f')));
  });
});

describe('readReceiptCode', () => {
  const code = receiptCodeOf(secret, '3f2b8c1e-5d4a-4e7b-9c6d-8a1f0e2b4c5d');

  it('reads a code as people type it', () => {
    for (const typed of [
      code,
      code.toLowerCase(),
      code.match(/.{1,5}/g)!.join('-'),
      ` ${code} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]) {
      assert.equal(readReceiptCode(typed), code, typed);
    }
  });

  it('reads nothing else', () => {
    for (const typed of [
      '',
      code.slice(1),
      `${code}0`,
      code.replace(/.$/, 'U'),
      code.replace(/.$/, 'è'),
      'x'.repeat(100_000),
    ]) {
      assert.equal(readReceiptCode(typed), undefined);
    }
  });
});

describe('hashReceiptCode', () => {
  it('does not let the code be read back', () => {
    const hashed = hashReceiptCode('0123456789ABCDEFGHJKMNPQRS');
    assert.match(hashed, /^[\w-]{43}$/);
    assert.equal(hashed, hashReceiptCode('0123456789ABCDEFGHJKMNPQRS'));
  });
});

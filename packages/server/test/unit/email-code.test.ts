import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { describe, it } from 'node:test';
import { newEmailCode, tryEmailCode, type EmailCode } from '../../src/sign-in/email-code.ts';

const secret = createSecretKey(Buffer.alloc(32, 7));
const key = '6f1d9d0e-3b5c-4d0f-9a6b-2f6d3c1e8a47';
const at = Date.parse('2026-11-20T11:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

const issue = (now = at, before?: EmailCode) => newEmailCode(secret, key, now, before)!;
const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('newEmailCode', () => {
  it('makes six digits, zeros in front included, and keeps neither them nor a hash that gives them away', () => {
    const codes = Array.from({ length: 500 }, () => issue());
    for (const { code, stored } of codes) {
      assert.match(code, /^\d{6}$/);
      assert.ok(!JSON.stringify(stored).includes(code));
    }
    assert.ok(new Set(codes.map(({ code }) => code)).size > 490, 'they differ');
    const { code, stored } = issue();
    const others = [createSecretKey(Buffer.alloc(32, 8)), secret] as const;
    assert.equal(tryEmailCode(others[0], key, stored, code, at).result, 'wrong', 'another secret');
    assert.equal(tryEmailCode(others[1], `${key}0`, stored, code, at).result, 'wrong', 'another request');
  });

  it('sends one a minute and five a day, and again the day after', () => {
    let { stored } = issue();
    assert.equal(newEmailCode(secret, key, at + minute - 1, stored), undefined);
    for (let sent = 2; sent <= 5; sent += 1) ({ stored } = issue(at + (sent - 1) * minute, stored));
    assert.equal(newEmailCode(secret, key, at + day - 1, stored), undefined);
    assert.equal(issue(at + day, stored).stored.sent, 1);
  });

  it('sends one when the clock was set back', () => {
    const { stored } = issue();
    assert.ok(issue(at - day, stored));
  });
});

describe('tryEmailCode', () => {
  it('takes the code until the day is over', () => {
    const { code, stored } = issue();
    assert.equal(tryEmailCode(secret, key, stored, code, at + day - 1).result, 'right');
    assert.equal(tryEmailCode(secret, key, stored, code, at + day).result, 'over');
  });

  it('refuses even the right one after five wrong ones', () => {
    const { code, stored: first } = issue();
    let stored = first;
    for (let time = 0; time < 5; time += 1) {
      const tried = tryEmailCode(secret, key, stored, otherThan(code), at);
      assert.ok(tried.result === 'wrong');
      ({ stored } = tried);
    }
    assert.equal(tryEmailCode(secret, key, stored, code, at).result, 'over');
    assert.equal(tryEmailCode(secret, key, first, code, at).result, 'right', 'it was the right one');
  });

  it('takes the last code sent only', () => {
    const first = issue();
    const second = issue(at + minute, first.stored);
    if (first.code !== second.code)
      assert.equal(tryEmailCode(secret, key, second.stored, first.code, at + minute).result, 'wrong');
    assert.equal(tryEmailCode(secret, key, second.stored, second.code, at + minute).result, 'right');
  });
});

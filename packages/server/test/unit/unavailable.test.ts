import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUnavailable } from '../../src/database/unavailable.ts';

const sqlite = (errcode: number): Error => Object.assign(new Error(), { code: 'ERR_SQLITE_ERROR', errcode });
const postgres = (code: string): Error => Object.assign(new Error(), { severity: 'ERROR', code });

describe('isUnavailable', () => {
  for (const [words, error] of Object.entries({
    'a full disk': sqlite(13),
    'a file in use by another process': sqlite(261),
    'PostgreSQL out of disk': postgres('53100'),
    'too many connections': postgres('53300'),
    'PostgreSQL being shut down': postgres('57P01'),
    'PostgreSQL starting up': postgres('57P03'),
    'a statement that took too long': postgres('57014'),
    'a lock waited for in vain': postgres('55P03'),
    'a deadlock': postgres('40P01'),
    'a stand-by that cannot write': postgres('25006'),
    'a broken connection': Object.assign(new Error(), { name: 'ConnectionError' }),
  })) {
    it(`says of ${words} that it may be otherwise later`, () => assert.equal(isUnavailable(error), true));
  }

  for (const [words, error] of Object.entries({
    'a violated constraint of SQLite': sqlite(19),
    'a violated constraint of PostgreSQL': postgres('23505'),
    'a statement with a mistake': postgres('42601'),
    'any other error': new TypeError('x is not a function'),
    'what is no error': 'busy',
  })) {
    it(`says of ${words} that it will be the same again`, () => assert.equal(isUnavailable(error), false));
  }
});

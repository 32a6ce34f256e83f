import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { judgeRegister, type Told } from '../../src/ledger/judge-register.ts';
import type { RegisteredRow } from '../../src/ledger/read-register.ts';
import { Random } from '../../src/random.ts';
import { register } from '../../src/runs/register.ts';

const aRow = (key: string, number: number, year = 2026, files: readonly string[] = []): RegisteredRow => ({
  year,
  number,
  key_hash: createHash('sha256').update(key).digest('base64url'),
  attachments: JSON.stringify(files),
});

const keys = ['a', 'b', 'c'];
const rows = [aRow('a', 1), aRow('b', 2), aRow('c', 1, 2027)];
const told = new Map<string, Told>([
  ['a', { year: 2026, number: 1 }],
  ['b', { year: 2026, number: 2 }],
  ['c', { year: 2027, number: 1 }],
]);

describe('judgeRegister', () => {
  it('finds nothing wrong with numbers 1 to n in each year, each told as it is stored', () => {
    assert.deepEqual(judgeRegister(keys, told, rows), []);
  });

  const broken: [string, () => string[], RegExp][] = [
    ['a gap', () => judgeRegister(keys, told, [rows[0]!, aRow('b', 3), rows[2]!]), /2026\/3 is where 2 should be/],
    [
      'a year that goes on',
      () => judgeRegister(keys, told, [...rows.slice(0, 2), aRow('c', 3, 2027)]),
      /2027\/3 is where 1/,
    ],
    [
      'a key with two numbers',
      () => judgeRegister(keys, told, [...rows.slice(0, 2), aRow('b', 3), rows[2]!]),
      /its key has two numbers/,
    ],
    ['a number told that is not there', () => judgeRegister(keys, told, rows.slice(0, 2)), /c is not in the register/],
    [
      'another number than was told',
      () => judgeRegister(keys, new Map(told).set('b', { year: 2026, number: 1 }), rows),
      /b was told 2026\/1 and has 2026\/2/,
    ],
    ['a row nobody asked for', () => judgeRegister(keys.slice(0, 2), told, rows), /2 were asked for, 3 rows are there/],
    [
      'a key nobody was told of',
      () => judgeRegister(keys, new Map([...told].slice(1)), rows),
      /a: nobody said its number/,
    ],
    [
      'a file that is not in its row',
      () => judgeRegister(keys, told, rows, new Map([['a', ['f'.repeat(64)]]])),
      /a: 1 files were meant, the register has 0/,
    ],
    [
      'another file than was sent',
      () => judgeRegister(keys, told, [aRow('a', 1, 2026, ['e']), ...rows.slice(1)], new Map([['a', ['f']]])),
      /a: 1 files were meant, the register has 1, or others/,
    ],
  ];
  for (const [what, judge, finding] of broken) it(`finds ${what}`, () => assert.match(judge().join('\n'), finding));
});

describe('a small run', () => {
  it('registers 150 across the new year in a process that is killed', async () => {
    const row = await register({ random: new Random('small'), amount: 150, database: 'sqlite' });
    assert.deepEqual(row.wrong, []);
    assert.match(row.done, /^150 rows \(1–\d+ of 2026, 1–\d+ of 2027\), [1-9]\d* kills, verified in [\d.]+ s$/);
  });
});

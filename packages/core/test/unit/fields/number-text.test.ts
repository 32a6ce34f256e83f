import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatNumber, parseNumber, readNumber } from '../../../src/fields/number-text.ts';

describe('parseNumber', () => {
  it('reads numbers as Italians write them', () => {
    const written: [string, number | undefined][] = [
      ['12', 12],
      ['12,5', 12.5],
      ['1.234,5', 1234.5],
      ['1.234', 1234],
      ['1.234.567', 1_234_567],
      ['1 234,5', 1234.5],
      ['1’234', 1234],
      ['1.5', 1.5],
      ['12.50', 12.5],
      [',5', 0.5],
      ['5,', 5],
      ['-3', -3],
      ['−3', -3],
      ['+3', 3],
      ['1,2,3', undefined],
      ['1.2345,6', undefined],
      ['3 euro', undefined],
      ['1e3', undefined],
      ['Infinity', undefined],
      ['0x10', undefined],
      ['-', undefined],
      ['.', undefined],
      ['', undefined],
    ];
    for (const [text, number] of written) assert.equal(parseNumber(text, ','), number, text);
  });

  it('reads numbers as the English write them', () => {
    assert.equal(parseNumber('1,234.5', '.'), 1234.5);
    assert.equal(parseNumber('1,234', '.'), 1234);
    assert.equal(parseNumber('1,5', '.'), 1.5);
  });

  it('reads back what formatNumber writes', () => {
    const decimals = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(decimals, fc.constantFrom(',', '.'), (number, sign) => {
        const text = formatNumber(number, sign);
        // Very small numbers are written with an exponent, which nobody types.
        if (!text.includes('e')) assert.equal(parseNumber(text, sign), number === 0 ? parseNumber(text, sign) : number);
      }),
    );
  });
});

describe('readNumber', () => {
  it('gives nothing for an empty box, and the text where it is no number', () => {
    assert.equal(readNumber('  ', ','), undefined);
    assert.equal(readNumber('molti', ','), 'molti');
  });
});

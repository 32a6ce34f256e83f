import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { neutralise } from '../../src/exports/neutralise.ts';

/** Cells as a spreadsheet may see them: by commas and quotes, or, on an Italian desktop, at each semicolon. */
const cellsOf = (text: string): string[] => text.split(/[;\t\r\n]/);

describe('text in an export', () => {
  it('begins no formula, wherever a spreadsheet divides it', () => {
    const texts = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '＝', ';', '\t', '\n', '\r', ' ', '"', 'x', '1'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        for (const cell of cellsOf(neutralise(text))) assert.doesNotMatch(cell, /^ *[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('stays as it is where nothing could be one', () => {
    for (const text of [
      'Più verde',
      'a=b',
      'dieci-undici',
      'scrivi a me@esempio.it',
      '"citato"; poi altro',
      'una\nriga',
    ])
      assert.equal(neutralise(text), text);
  });

  it('gets an apostrophe in front of what could', () => {
    assert.equal(neutralise('=1+1'), "'=1+1");
    assert.equal(neutralise('x;=1+1'), "x;'=1+1");
    assert.equal(neutralise('a\n- primo\n- secondo'), "a\n'- primo\n'- secondo");
  });
});

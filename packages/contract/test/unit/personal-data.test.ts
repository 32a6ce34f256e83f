import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPersonalData } from '@cmto/contract';
import { fixedSeed } from '@cmto/contract/testing';
import fc from 'fast-check';

const found = (text: string): string[] =>
  findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('findPersonalData', () => {
  it('finds tax codes, IBANs, phone numbers and addresses in a sentence, in their order', () => {
    const text =
      'Sono RSSMRA85T10A562S, scrivetemi a ada.rossi@example.it. Oppure al 333 123 4567; il conto è IT60 X054 2811 1010 0000 0123 456 della banca.';
    assert.deepEqual(found(text), [
      'tax-code RSSMRA85T10A562S',
      'email ada.rossi@example.it',
      'phone 333 123 4567',
      'iban IT60 X054 2811 1010 0000 0123 456',
    ]);
  });

  it('finds them as people write them', () => {
    for (const text of ['rss mra 85t10 a562s', 'CF:RSSMRA85T10A562S,'])
      assert.deepEqual(
        findPersonalData(text).map(({ kind }) => kind),
        ['tax-code'],
        text,
      );
    for (const text of ['+39 011 861 2111', '011/8612111', '(3331234567)', '0039.333.1234567'])
      assert.deepEqual(
        findPersonalData(text).map(({ kind }) => kind),
        ['phone'],
        text,
      );
    assert.deepEqual(found('«ada@example.it»!'), ['email ada@example.it']);
    assert.deepEqual(found('IBAN it60x0542811101000000123456.'), ['iban it60x0542811101000000123456']);
  });

  it('takes nothing else for one', () => {
    for (const text of [
      'Nel 2026 i Comuni sono 312, su 6.827 km².',
      'La delibera n. 12345/2026 del 20/11/2026, art. 53 DPR 445/2000.',
      'RSSMRA85T10A562X non è un codice: la lettera è sbagliata.',
      'IT60X0542811101000000123457 non è un conto.',
      'Un euro @ chilometro, 1.000.000 di euro, 45,0703 7,6869.',
      'C1C2C3D4E5F6',
    ])
      assert.deepEqual(found(text), [], text);
  });

  it('gives places in the text that do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
      fixedSeed(1000),
    );
  });

  it('reads a long text of whatever characters once', () => {
    for (const unit of ['a', '1', 'a@', '+39 ', 'AB12 ', '@', '1 '])
      assert.ok(findPersonalData(unit.repeat(20_000 / unit.length)).length < 20_000, unit);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isIban, isMunicipalityCode, isTaxCode } from '@cmto/contract';
import { aField } from '@cmto/contract/testing/builders';
import { codesOf } from './codes-of.ts';

describe('tax code of a person', () => {
  const right: [string, string][] = [
    ['RSSMRA85T10A562S', 'a man born on 10 December 1985'],
    ['RSSMRA80A01H501U', 'the first day of the year'],
    ['VRDGPP13R10B293P', 'a child'],
    ['MRTMTT91D08F205J', 'another published example'],
    ['RSSMRA85T10A56NH', 'omocodia: the last digit of the place is a letter'],
    ['RSSMRAURTMLARSNL', 'omocodia in all seven places'],
  ];
  for (const [code, why] of right) it(`takes ${code}: ${why}`, () => assert.equal(isTaxCode(code, 'person'), true));

  const wrong: [string, string][] = [
    ['RSSMRA85T10A562T', 'wrong check character'],
    ['RSSMRA85T10A562', 'too short'],
    ['RSSMRA85F10A562S', 'F is no month'],
    ['RSSMRA85T32A562S', 'there is no 32nd, nor day 72 of a woman'],
    ['RSSMRA85T00A562S', 'there is no day 0'],
    ['1SSMRA85T10A562S', 'a digit in the name'],
    ['RSSMRA85T10A5620', 'a digit as check character'],
    ['RSSMRA8OT10A562S', 'O stands for no digit'],
    ['00484960588', 'a company’s'],
    ['', 'nothing'],
  ];
  for (const [code, why] of wrong)
    it(`refuses ${code || 'an empty one'}: ${why}`, () => assert.equal(isTaxCode(code, 'person'), false));

  it('refuses 30 February even with a right check character, and takes a woman’s day', () => {
    const ends = (start: string): string[] =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => isTaxCode(start + letter, 'person'));
    assert.deepEqual(ends('RSSMRA85B30A562'), []);
    assert.equal(ends('RSSMRA85B28A562').length, 1, 'exactly one check character fits');
    assert.equal(ends('RSSMRA85B68A562').length, 1, 'day 68: a woman born on the 28th');
    assert.deepEqual(ends('RSSMRA85B70A562'), [], 'day 70 is 30 February of a woman');
    assert.equal(ends('RSSMRA85B29A562').length, 1, 'the century is not known, so 29 February may be');
    assert.deepEqual(ends('RSSMRA85D31A562'), [], 'April has 30 days');
  });

  it('notices every single wrong letter and most swaps', () => {
    const code = 'RSSMRA85T10A562S';
    let missed = 0;
    for (let at = 0; at < 6; at += 1) {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (letter !== code[at] && isTaxCode(code.slice(0, at) + letter + code.slice(at + 1), 'person')) missed += 1;
      }
    }
    assert.equal(missed, 0);
    assert.equal(isTaxCode('SRSMRA85T10A562S', 'person'), false);
  });
});

describe('tax code of a company', () => {
  for (const code of ['00484960588', '01234567897', '12345678903'])
    it(`takes ${code}`, () => assert.equal(isTaxCode(code, 'company'), true));
  for (const code of ['00484960589', '00000000000', '0048496058', 'IT00484960588', 'RSSMRA85T10A562S']) {
    it(`refuses ${code}`, () => assert.equal(isTaxCode(code, 'company'), false));
  }
});

describe('tax-code field', () => {
  it('says which of the two it wants', () => {
    assert.deepEqual(codesOf(aField('tax-code', { kind: 'person' }), '00484960588'), ['answer.tax-code-person']);
    assert.deepEqual(codesOf(aField('tax-code', { kind: 'company' }), 'RSSMRA85T10A562S'), ['answer.tax-code-company']);
    assert.deepEqual(codesOf(aField('tax-code', { kind: 'any' }), 'x'), ['answer.tax-code']);
  });
  it('takes either without a kind, spaces and small letters included', () => {
    assert.deepEqual(codesOf(aField('tax-code'), ' rss mra 85t10 a562s '), []);
    assert.deepEqual(codesOf(aField('tax-code'), '004 849 605 88'), []);
  });
});

describe('iban', () => {
  const examples = [
    'IT60X0542811101000000123456',
    'SM86U0322509800000000270100',
    'DE89370400440532013000',
    'FR1420041010050500013M02606',
    'ES9121000418450200051332',
    'GB29NWBK60161331926819',
    'NL91ABNA0417164300',
    'CH9300762011623852957',
    'MT84MALT011000012345MTLCAST001S',
    'NO9386011117947',
    'PT50000201231234567890154',
    'GR1601101250000000012300695',
    'VA59001123000012345678',
    'BE68539007547034',
    'AT611904300234573201',
  ];
  for (const iban of examples) it(`takes ${iban}`, () => assert.equal(isIban(iban), true));
  const wrong: [string, string][] = [
    ['IT60X0542811101000000123457', 'a wrong digit'],
    ['IT60X05428111010000001234567', 'a digit too many'],
    ['IT60X054281110100000012345', 'two digits missing'],
    ['IT6000542811101000000123456', 'no check letter'],
    ['ZZ60X0542811101000000123456', 'no such country'],
    ['DE8937040044053201300', 'too short for Germany'],
    ['US64SVBKUS6S3300958879', 'a country without IBAN'],
    ['IT', 'hardly begun'],
  ];
  for (const [iban, why] of wrong) it(`refuses ${iban}: ${why}`, () => assert.equal(isIban(iban), false));
  it('takes it as printed on a statement', () =>
    assert.deepEqual(codesOf(aField('iban'), 'it60 X054 2811 1010 0000 0123 456'), []));
});

describe('municipality', () => {
  it('knows exactly the 312 of the list', () => {
    const csv = readFileSync(new URL('../../data/municipalities.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const listed = new Set(csv.map((line) => line.slice(0, 6)));
    assert.equal(listed.size, 312);
    for (let code = 0; code < 1_000_000; code += 1) {
      const text = String(code).padStart(6, '0');
      if (isMunicipalityCode(text) !== listed.has(text)) assert.fail(text);
    }
  });
});

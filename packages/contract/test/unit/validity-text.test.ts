import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aField } from '@cmto/contract/testing/builders';
import { someCodes } from '@cmto/contract/testing/valid-codes';
import { codesOf } from './codes-of.ts';

const cases = (
  name: string,
  field: Parameters<typeof codesOf>[0],
  right: readonly unknown[],
  wrong: Record<string, readonly unknown[]>,
): void => {
  describe(name, () => {
    for (const value of right) it(`takes ${JSON.stringify(value)}`, () => assert.deepEqual(codesOf(field, value), []));
    for (const [code, values] of Object.entries(wrong)) {
      for (const value of values) {
        it(`answers ${code} to ${JSON.stringify(value).slice(0, 60)}`, () =>
          assert.deepEqual(codesOf(field, value), [code]));
      }
    }
  });
};

const notText = [3, true, null, ['a'], { a: 1 }];

cases(
  'text',
  aField('text', { minLength: 2, maxLength: 5 }),
  ['ab', ' abcde ', 'e\u0301e\u0301e\u0301e\u0301e\u0301', ''],
  {
    'answer.too-short': ['a', ' a '],
    'answer.too-long': ['abcdef'],
    'answer.shape': notText,
  },
);
cases('text without limits', aField('text'), ['x'.repeat(1000)], { 'answer.too-long': ['x'.repeat(1001)] });
cases('long-text without limits', aField('long-text'), ['x'.repeat(10_000), 'a\r\nb'], {
  'answer.too-long': ['x'.repeat(10_001)],
});
cases('email', aField('email'), [...someCodes.email, ' a@b.it ', 'josé@città.example'], {
  'answer.email': [
    'a',
    'a@b',
    '@b.it',
    'a@',
    'a b@c.it',
    'a@b..it',
    'a@-b.it',
    '.a@b.it',
    'a..b@c.it',
    'a@b.it.',
    'a@b@c.it ,',
    'a@1.2',
  ],
  'answer.too-long': [`${'a'.repeat(250)}@b.it`],
  'answer.shape': notText,
});
cases(
  'phone',
  aField('phone'),
  [...someCodes.phone, '011/861.21-11', '(011) 8612111', '0039 011 8612111', '199123456', '011\u20118612111'],
  {
    'answer.phone': [
      '123',
      '00000000',
      '+3',
      '+39 12',
      '+39 11 8612111',
      'telefono',
      '347123',
      '+1234567890123456',
      '118612111',
      '011 8612111 int. 3',
    ],
    'answer.shape': notText,
  },
);
cases(
  'url',
  aField('url'),
  [
    ...someCodes.url,
    'HTTPS://EXAMPLE.IT',
    'http://192.168.1.10/x',
    'https://città.example/perché',
    'https://a.it:8443',
  ],
  {
    'answer.url': [
      'www.example.it',
      'ftp://example.it',
      'javascript:alert(1)',
      'JAVASCRIPT://example.it/%0aalert(1)',
      'data:text/html,x',
      'https://',
      'https:///a.it',
      'https://a',
      'https://user@example.it',
      'https://example.it:99999',
      'https://exa mple.it',
      'https://example.it/<b>',
      'https:\\\\example.it',
      'http://example.it\\@evil.example',
      'java\tscript:alert(1)',
      'https://a.it/\u0000',
      'vbscript:x',
      'file:///etc/passwd',
      'https://300.1.1.1',
      'mailto:a@b.it',
    ],
    'answer.shape': notText,
  },
);
cases('postal-code', aField('postal-code'), [...someCodes['postal-code'], ' 10121 '], {
  'answer.postal-code': ['1012', '101211', '1012a', '00000', '00009', '10 121'],
  'answer.shape': notText,
});
cases('date', aField('date', { min: '2026-01-01', max: '2026-12-31' }), ['2026-01-01', '2026-12-31', ' 2026-06-15 '], {
  'answer.date': [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '20/11/2026',
    '2026-1-1',
    '0000-01-01',
    '2026-11-31',
    '+02026-01-01',
  ],
  'answer.date-min': ['2025-12-31'],
  'answer.date-max': ['2027-01-01'],
  'answer.shape': notText,
});
cases('a leap day', aField('date'), ['2024-02-29', '2000-02-29'], { 'answer.date': ['1900-02-29', '2023-02-29'] });
cases('time', aField('time', { min: '08:00', max: '18:30' }), ['08:00', '18:30'], {
  'answer.time': ['24:00', '8:00', '12:60', '12.30', '12:30:00'],
  'answer.time-min': ['07:59'],
  'answer.time-max': ['18:31'],
  'answer.shape': notText,
});
cases('municipality', aField('municipality'), ['001272', '001001'], {
  'answer.municipality': ['001005', '001319', '001000', '015146', 'Torino', '1272'],
  'answer.shape': notText,
});

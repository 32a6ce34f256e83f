import fc from 'fast-check';

const keys = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'other',
    'lat',
    'lon',
    'address',
    'f1',
    'f2',
    'toString',
    '0',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

/** Any JSON value a stranger may send, as `JSON.parse` gives it: with an own `__proto__` where the text has one. */
export const jsonArbitrary: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, '', ' ', 0, -0, 1e308, -1, 0.1, 'o1', '2026-11-20', '\ud800'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

import type { Field, Form } from '@cmto/contract';
import fc from 'fast-check';
import type { Draw } from './draw.ts';
import { jsonArbitrary } from './json.ts';
import { someCodes } from './valid-codes.ts';

/** `typed`: what the widget's controls can give, right or wrong. `wild`: whatever JSON holds. */
export type AnswerStyle = 'typed' | 'wild';

const words = () =>
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 10 }), fc.constantFrom('', ' ', ' a ', 'b\r\nc', 'e\u0301', 'a'));

const shuffled = <T>(list: readonly T[], draw: Draw): T[] =>
  list
    .map((item) => [draw.int(0, 99), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);

const someOf = (values: readonly string[], draw: Draw): string[] =>
  shuffled(values, draw).slice(0, draw.int(0, values.length));

const optionsOf = (field: Field): string[] => ('options' in field ? field.options.map(({ value }) => value) : []);

const sharesOf = (values: readonly string[], total: number, draw: Draw): Record<string, number> => {
  const shares: Record<string, number> = {};
  let left = total;
  for (const [at, value] of values.entries()) {
    const share =
      at === values.length - 1 && draw.maybe(0.8) ? left : (Math.min(left, total / 10) * draw.int(0, 10)) / 10;
    shares[value] = share;
    left -= share;
  }
  return shares;
};

const rowsOf = (field: Extract<Field, { type: 'group' }>, draw: Draw, style: AnswerStyle): Record<string, unknown>[] =>
  Array.from({ length: draw.int(0, 3) }, () => rowOf(field.fields, draw, style));

const code = (type: keyof typeof someCodes, draw: Draw): string =>
  draw.maybe(0.7) ? draw.pick(someCodes[type]) : draw.from(words);

const typedAnswer = (field: Field, draw: Draw): unknown => {
  switch (field.type) {
    case 'email':
    case 'phone':
    case 'url':
    case 'postal-code':
    case 'iban':
    case 'tax-code':
      return code(field.type, draw);
    case 'number':
      return draw.pick([0, -0, 1, 2.5, 0.3, 7, -1, 1e21, 3]);
    case 'scale':
      return draw.int(0, 7);
    case 'date':
      return draw.pick(['2026-06-15', '2026-02-29', '2025-12-31', '2026-12-31', ' 2026-01-01 ']);
    case 'time':
      return draw.pick(['09:30', '23:59', '24:00', '12:00']);
    case 'yes-no':
    case 'consent':
      return draw.maybe(0.6);
    case 'choice':
    case 'dropdown':
      return draw.maybe(0.8) ? draw.pick(optionsOf(field)) : { other: draw.from(words) };
    case 'choices':
      return [
        ...someOf(optionsOf(field), draw),
        ...(field.other && draw.maybe(0.3) ? [{ other: draw.from(words) }] : []),
      ];
    case 'ranking':
      return draw.maybe(0.6) ? shuffled(optionsOf(field), draw) : someOf(optionsOf(field), draw);
    case 'allocation':
      return sharesOf(optionsOf(field), field.total, draw);
    case 'matrix': {
      const columns = field.columns.map(({ value }) => value);
      const rows = draw.maybe(0.6) ? field.rows : field.rows.slice(0, draw.int(0, field.rows.length));
      return Object.fromEntries(
        rows.map(({ value }) => [value, field.multiple ? someOf(columns, draw) : draw.pick(columns)]),
      );
    }
    case 'municipality':
      return draw.pick(['001272', '001001', '001005', '']);
    case 'place':
      return draw.pick([
        { address: ' Via Roma 1 ' },
        { lat: 45.07, lon: 7.69 },
        { lat: 45, lon: 7, address: '' },
        {},
        { lat: -0, lon: 0 },
      ]);
    case 'file':
      return Array.from({ length: draw.int(0, 2) }, (_, at) => String(at).repeat(64));
    default:
      return draw.from(words);
  }
};

const answerTo = (field: Field, draw: Draw, style: AnswerStyle): unknown => {
  if (style === 'wild' && draw.maybe(0.3)) return draw.from(() => jsonArbitrary);
  return field.type === 'group' ? rowsOf(field, draw, style) : typedAnswer(field, draw);
};

const rowOf = (fields: readonly Field[], draw: Draw, style: AnswerStyle): Record<string, unknown> => {
  const row: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.type !== 'note' && draw.maybe(0.85)) row[field.id] = answerTo(field, draw, style);
  }
  return row;
};

/** Answers to a form, hidden questions included: nobody has looked at the conditions yet. */
export const answersFor = (form: Form, draw: Draw, style: AnswerStyle): Record<string, unknown> =>
  rowOf(
    form.pages.flatMap(({ fields }) => fields),
    draw,
    style,
  );

import type { Condition, Field, FieldType, Form, Option, Page } from '@cmto/contract';
import fc from 'fast-check';
import { type AnswerStyle, answersFor } from './answers.ts';
import { type Draw, drawing } from './draw.ts';
import { fieldTypes } from './field-types.ts';

const valueToCompare = (field: Field, draw: Draw): string | number | boolean => {
  if ('options' in field) return draw.pick(field.options).value;
  switch (field.type) {
    case 'number':
    case 'scale':
      return draw.int(0, 5);
    case 'yes-no':
    case 'consent':
      return draw.maybe(0.5);
    case 'date':
      return '2026-06-15';
    case 'time':
      return '12:00';
    default:
      return draw.pick(['a', 'b', '']);
  }
};

const operators = [
  'equals',
  'not-equals',
  'includes',
  'not-includes',
  'greater',
  'less',
  'answered',
  'not-answered',
] as const;

const aCondition = (earlier: readonly Field[], draw: Draw, depth = 2): Condition => {
  const kind = depth > 0 ? draw.int(0, 9) : 0;
  if (kind === 7) return { all: [aCondition(earlier, draw, depth - 1), aCondition(earlier, draw, depth - 1)] };
  if (kind === 8) return { any: [aCondition(earlier, draw, depth - 1), aCondition(earlier, draw, depth - 1)] };
  if (kind === 9) return { not: aCondition(earlier, draw, depth - 1) };
  const field = draw.pick(earlier);
  const op = draw.pick(operators);
  return op.endsWith('answered')
    ? { field: field.id, op }
    : { field: field.id, op, value: valueToCompare(field, draw) };
};

const someOptions = (earlier: readonly Field[], draw: Draw, exclusive: boolean): Option[] =>
  Array.from({ length: draw.int(1, 5) }, (_, at) => ({
    value: `o${at + 1}`,
    label: `Opzione ${at + 1}`,
    ...(exclusive && draw.maybe(0.15) ? { exclusive: true } : {}),
    ...(earlier.length > 0 && draw.maybe(0.15) ? { visibleIf: aCondition(earlier, draw) } : {}),
  }));

const bounds = (draw: Draw, low: string, high: string, most: number): object => {
  const [one, other] = [draw.int(0, most), draw.int(1, most)];
  return {
    ...(draw.maybe(0.4) ? { [low]: Math.min(one, other) } : {}),
    ...(draw.maybe(0.4) ? { [high]: Math.max(one, other) } : {}),
  };
};

const withOptions = new Set<FieldType>(['choice', 'dropdown', 'choices', 'ranking', 'allocation']);

const settingsOf = (type: FieldType, earlier: readonly Field[], draw: Draw, id: string): object => {
  if (withOptions.has(type)) {
    const options = someOptions(earlier, draw, type === 'choices');
    const other = type !== 'ranking' && type !== 'allocation' && draw.maybe(0.3) ? { other: true } : {};
    if (type === 'allocation') return { options, total: draw.pick([1, 10, 100, 0.3]) };
    if (type === 'ranking') return { options, ...bounds(draw, 'minRanked', 'maxRanked', options.length) };
    if (type === 'choices') return { options, ...other, ...bounds(draw, 'minSelected', 'maxSelected', options.length) };
    return { options, ...other };
  }
  switch (type) {
    case 'text':
    case 'long-text':
      return bounds(draw, 'minLength', 'maxLength', 8);
    case 'number':
      return { ...bounds(draw, 'min', 'max', 10), ...(draw.maybe(0.4) ? { step: draw.pick([1, 0.5, 0.1]) } : {}) };
    case 'date':
      return draw.maybe(0.4) ? { min: '2026-01-01', max: '2026-12-31' } : {};
    case 'time':
      return draw.maybe(0.4) ? { min: '08:00', max: '18:00' } : {};
    case 'scale':
      return { min: draw.int(0, 1), max: draw.int(3, 7) };
    case 'matrix':
      return {
        rows: [1, 2, 3].map((n) => ({ value: `r${n}`, label: `Riga ${n}` })),
        columns: [1, 2, 3].map((n) => ({ value: `c${n}`, label: `Colonna ${n}` })),
        ...(draw.maybe(0.4) ? { multiple: true } : {}),
      };
    case 'tax-code':
      return draw.maybe(0.5) ? { kind: draw.pick(['person', 'company', 'any']) } : {};
    case 'file':
      return draw.maybe(0.5) ? { maxFiles: draw.int(1, 3) } : {};
    case 'group': {
      const fields: Field[] = [];
      const count = draw.int(1, 4);
      for (let at = 0; at < count; at += 1) {
        fields.push(
          someField(
            `${id}-${at}`,
            [...earlier, ...fields],
            draw,
            fieldTypes.filter((each) => each !== 'group'),
          ),
        );
      }
      return { fields, ...bounds(draw, 'minRows', 'maxRows', 3) };
    }
    default:
      return {};
  }
};

const someField = (
  id: string,
  earlier: readonly Field[],
  draw: Draw,
  among: readonly FieldType[] = fieldTypes,
): Field => {
  const type = draw.pick(among);
  const asked = earlier.filter((field) => field.type !== 'note');
  const condition = (key: string, share: number): object =>
    asked.length > 0 && draw.maybe(share) ? { [key]: aCondition(asked, draw) } : {};
  if (type === 'note') return { id, type, text: 'Nota', ...condition('visibleIf', 0.3) };
  return {
    id,
    type,
    label: `Campo ${id}`,
    ...(draw.maybe(0.3) ? { required: true } : {}),
    ...condition('requiredIf', 0.1),
    ...condition('visibleIf', 0.4),
    ...settingsOf(type, asked, draw, id),
  } as Field;
};

const someForm = (draw: Draw): Form => {
  const earlier: Field[] = [];
  const pages: Page[] = [];
  const pageCount = draw.int(1, 3);
  for (let at = 0; at < pageCount; at += 1) {
    const asked = earlier.filter((field) => field.type !== 'note');
    const visibleIf = asked.length > 0 && draw.maybe(0.3) ? { visibleIf: aCondition(asked, draw) } : {};
    const fields: Field[] = [];
    const count = draw.int(1, 6);
    for (let index = 0; index < count; index += 1) {
      fields.push(someField(`f${earlier.length + fields.length}`, [...earlier, ...fields], draw));
    }
    earlier.push(...fields);
    pages.push({ id: `p${at}`, ...visibleIf, fields });
  }
  return { pages };
};

/** Forms as an editor may publish: every type, conditions on earlier fields only, groups. */
export const formArbitrary: fc.Arbitrary<Form> = fc.gen().map((gen) => someForm(drawing(gen)));

/** A form with answers to it: typed by somebody who mostly gets it right, or sent by somebody who tries things. */
export const formWithAnswers = (style: AnswerStyle): fc.Arbitrary<{ form: Form; answers: Record<string, unknown> }> =>
  fc.gen().map((gen) => {
    const draw = drawing(gen);
    const form = someForm(draw);
    return { form, answers: answersFor(form, draw, style) };
  });

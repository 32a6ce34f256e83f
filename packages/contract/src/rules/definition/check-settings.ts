import type { Form } from '../../schemas/form.ts';
import { isNamedAsTyped, isNeverType, mediaTypeOf } from '../files/file-kinds.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { type PlacedField, placedFields } from './walk.ts';

const pairs = [
  ['min', 'max'],
  ['minLength', 'maxLength'],
  ['minSelected', 'maxSelected'],
  ['minRanked', 'maxRanked'],
  ['minRows', 'maxRows'],
] as const;

const checkPairs = ({ field, pointer }: PlacedField, report: DefinitionReport): void => {
  for (const [low, high] of pairs) {
    const min = own(field, low as never) as number | string | undefined;
    const max = own(field, high as never) as number | string | undefined;
    if (max === 0 && high !== 'max')
      report.error(`${pointer}/${high}`, 'definition.bounds', `${high} must be at least 1`);
    if (min === undefined || max === undefined) continue;
    if (min > max || (field.type === 'scale' && min === max)) {
      report.error(`${pointer}/${high}`, 'definition.bounds', `${high} (${max}) must be greater than ${low} (${min})`);
    }
  }
};

const checkOptions = ({ field, pointer }: PlacedField, report: DefinitionReport): void => {
  const options = own(field, 'options');
  if (!options) return;
  const offered = options.length + (own(field, 'other') === true && field.type === 'choices' ? 1 : 0);
  for (const key of ['minSelected', 'minRanked'] as const) {
    const min = own(field, key) ?? 0;
    if (min > offered)
      report.error(
        `${pointer}/${key}`,
        'definition.bounds',
        `${key} is ${min}, but only ${offered} options are offered`,
      );
  }
  if (own(field, 'other') === true && (field.type === 'ranking' || field.type === 'allocation')) {
    report.warn(
      `${pointer}/other`,
      'definition.no-effect',
      `answers of a ${field.type} name options only: “other” is not shown`,
    );
  }
  options.forEach((option, at) => {
    if (own(option, 'exclusive') === true && field.type !== 'choices') {
      report.warn(
        `${pointer}/options/${at}/exclusive`,
        'definition.no-effect',
        '“exclusive” counts only where several options can be chosen',
      );
    }
  });
};

const checkScale = ({ field, pointer }: PlacedField, report: DefinitionReport): void => {
  if (field.type === 'scale' && field.max - field.min > 20) {
    report.warn(
      pointer,
      'definition.long-scale',
      `a scale of ${field.max - field.min + 1} steps does not fit a phone: use a number`,
    );
  }
};

const checkAccept = ({ field, pointer }: PlacedField, report: DefinitionReport): void => {
  own(field, 'accept')?.forEach((kind, at) => {
    const isTaken = kind.startsWith('.')
      ? isNamedAsTyped(`file${kind}`, mediaTypeOf(`file${kind}`, ''))
      : !isNeverType(kind);
    if (isTaken) return;
    report.warn(
      `${pointer}/accept/${at}`,
      'definition.no-effect',
      `files of the kind “${kind}” are never taken: a browser or a computer would run them`,
    );
  });
};

/** Settings agree with each other. */
export const checkSettings = (form: Form, report: DefinitionReport): void => {
  for (const placed of placedFields(form)) {
    checkPairs(placed, report);
    checkOptions(placed, report);
    checkScale(placed, report);
    checkAccept(placed, report);
  }
  form.pages.forEach((page, at) => {
    if (!Object.hasOwn(page, 'visibleIf') && page.fields.every((field) => Object.hasOwn(field, 'visibleIf'))) {
      report.warn(
        `/form/pages/${at}`,
        'definition.empty-page',
        'every field here has a condition, the page has none: it may show nothing',
      );
    }
  });
};

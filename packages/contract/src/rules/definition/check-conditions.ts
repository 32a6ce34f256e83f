import type { Comparison, Condition } from '../../schemas/condition.ts';
import type { Field } from '../../schemas/field.ts';
import type { Form } from '../../schemas/form.ts';
import { own } from '../own.ts';
import type { DefinitionReport } from './definition-issue.ts';
import { type PlacedField, placedFields } from './walk.ts';

/** Every comparison of a condition, with its pointer. */
const comparisons = (condition: Condition, pointer: string): [Comparison, string][] => {
  if ('field' in condition) return [[condition, pointer]];
  if ('not' in condition) return comparisons(condition.not, `${pointer}/not`);
  const [key, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return parts.flatMap((part, at) => comparisons(part, `${pointer}/${key}/${at}`));
};

const unordered = /^(?!number$|scale$|date$|time$)/;
const lists = /^(?:choices|ranking|file|group|matrix|allocation|place)$/;

/** Why a comparison can never be true of answers of this field; undefined when it can. */
const whyNever = (field: Field, { op, value }: Comparison): string | undefined => {
  if (op === 'answered' || op === 'not-answered') return undefined;
  const { type, id } = field;
  if (op === 'greater' || op === 'less') {
    const expected = type === 'number' || type === 'scale' ? 'number' : 'string';
    if (unordered.test(type)) return `answers to “${id}” (${type}) have no order`;
    return typeof value === expected ? undefined : `“${id}” is compared with a ${expected}, as its answers are`;
  }
  if (op.endsWith('equals') && lists.test(type))
    return `an answer to “${id}” (${type}) is no single value: use includes`;
  const options = own(field, 'options')?.map((option) => option.value);
  if (options && !options.includes(value as string)) return `“${id}” has no option ${JSON.stringify(value)}`;
  const expected =
    type === 'number' || type === 'scale' ? 'number' : type === 'yes-no' || type === 'consent' ? 'boolean' : 'string';
  return typeof value === expected
    ? undefined
    : `answers to “${id}” (${type}) are a ${expected}, not a ${typeof value}`;
};

/** What a comparison at some place may look at. */
interface Scope {
  find(id: string): PlacedField | 'group' | undefined;
  /** Whether the field comes before this place. */
  isEarlier(placed: PlacedField): boolean;
}

const checkComparison = (comparison: Comparison, pointer: string, scope: Scope, report: DefinitionReport): void => {
  const { field: id, op } = comparison;
  const found = scope.find(id);
  const at = `${pointer}/field`;
  if (found === undefined) return report.error(at, 'definition.unknown-field', `no field has the id “${id}”`);
  if (found === 'group') {
    return report.error(at, 'definition.group-field', `“${id}” is in a group: only the same row may look at it`);
  }
  if (!scope.isEarlier(found)) {
    return report.error(
      at,
      'definition.forward-reference',
      `“${id}” does not come earlier: conditions look back only, so that none goes in a circle`,
    );
  }
  if (found.field.type === 'note')
    return report.error(at, 'definition.note-field', `“${id}” is a note and takes no answer`);
  if (op !== 'answered' && op !== 'not-answered' && !Object.hasOwn(comparison, 'value')) {
    return report.error(pointer, 'definition.condition-value', `“${op}” needs a value`);
  }
  const why = whyNever(found.field, comparison);
  if (why !== undefined) report.warn(pointer, 'definition.condition-never', why);
};

interface PlacedCondition {
  readonly condition: Condition;
  readonly pointer: string;
  /** Number of fields that come before, in `placedFields`. */
  readonly before: number;
  readonly group: PlacedField | undefined;
}

const conditionsOf = (placed: PlacedField, before: number): PlacedCondition[] => {
  const { field, pointer, group } = placed;
  const found: PlacedCondition[] = [];
  const add = (condition: Condition | undefined, at: string): void => {
    if (condition !== undefined) found.push({ condition, pointer: at, before, group });
  };
  add(own(field, 'visibleIf'), `${pointer}/visibleIf`);
  add(own(field, 'requiredIf'), `${pointer}/requiredIf`);
  own(field, 'options')?.forEach((option, at) => add(own(option, 'visibleIf'), `${pointer}/options/${at}/visibleIf`));
  return found;
};

const allConditions = (form: Form, fields: readonly PlacedField[]): PlacedCondition[] => {
  const pages = form.pages.flatMap((page, at): PlacedCondition[] => {
    const condition = own(page, 'visibleIf');
    const pointer = `/form/pages/${at}`;
    const before = fields.findIndex((placed) => placed.pointer.startsWith(`${pointer}/`));
    return condition === undefined ? [] : [{ condition, pointer: `${pointer}/visibleIf`, before, group: undefined }];
  });
  return [...pages, ...fields.flatMap(conditionsOf)];
};

/** Conditions name fields that exist, come earlier, and can answer so. */
export const checkConditions = (form: Form, report: DefinitionReport): void => {
  const fields = placedFields(form);
  for (const { condition, pointer, before, group } of allConditions(form, fields)) {
    const scope: Scope = {
      find: (id) =>
        fields.find((placed) => placed.field.id === id && group !== undefined && placed.group === group) ??
        fields.find((placed) => placed.field.id === id && !placed.group) ??
        (fields.some((placed) => placed.field.id === id) ? 'group' : undefined),
      // A row is not over before its group is: nothing inside may look at the group itself.
      isEarlier: (placed) => placed !== group && fields.indexOf(placed) < before,
    };
    for (const [comparison, at] of comparisons(condition, pointer)) checkComparison(comparison, at, scope, report);
  }
};

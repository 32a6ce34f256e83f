import type { Option } from '../../schemas/field.ts';
import type { Lookup } from '../conditions.ts';
import { evaluateCondition } from '../conditions.ts';
import { own } from '../own.ts';

/** The options of one field, read once. */
export interface OptionSet {
  /** Values of the options shown now. */
  visible(lookup: Lookup): ReadonlySet<unknown>;
  isExclusive(value: unknown): boolean;
  readonly hasOther: boolean;
}

export const optionSet = (field: {
  readonly options: readonly Option[];
  readonly other?: boolean | undefined;
}): OptionSet => {
  const { options } = field;
  const all = new Set<unknown>(options.map(({ value }) => value));
  const conditional = options.some((option) => Object.hasOwn(option, 'visibleIf'));
  const exclusive = new Set<unknown>(
    options.filter((option) => own(option, 'exclusive') === true).map(({ value }) => value),
  );
  const shown = (option: Option, lookup: Lookup): boolean => {
    const condition = own(option, 'visibleIf');
    return condition === undefined || evaluateCondition(condition, lookup);
  };
  return {
    visible: (lookup) =>
      conditional ? new Set(options.filter((option) => shown(option, lookup)).map(({ value }) => value)) : all,
    isExclusive: (value) => exclusive.has(value),
    hasOther: own(field, 'other') === true,
  };
};

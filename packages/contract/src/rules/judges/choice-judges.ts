import type { FieldOf } from '../../schemas/field.ts';
import { limits } from '../limits.ts';
import { isRecord, own } from '../own.ts';
import type { Judge, Report } from './judge.ts';
import { optionSet, type OptionSet } from './option-set.ts';
import { isTooLong } from './text-judges.ts';

const judgeOne = (
  value: unknown,
  set: OptionSet,
  visible: ReadonlySet<unknown>,
  report: Report,
  path?: string,
): void => {
  if (typeof value === 'string') {
    if (!visible.has(value)) report('answer.option', {}, path);
    return;
  }
  const other = isRecord(value) && Object.keys(value).length === 1 ? own(value, 'other') : undefined;
  if (typeof other !== 'string') report('answer.shape', {}, path);
  else if (!set.hasOther) report('answer.option', {}, path);
  else if (other === '') report('answer.other', {}, path);
  else isTooLong(other, limits.other, report, path);
};

/** One option, or other words. */
export const judgeChoice = (field: FieldOf<'choice' | 'dropdown'>): Judge => {
  const set = optionSet(field);
  return (value, report, lookup) => judgeOne(value, set, set.visible(lookup), report);
};

/** Reports a value that is there twice; "other" counts as one value. */
export const judgeRepeats = (values: readonly unknown[], report: Report): void => {
  const seen = new Set<unknown>();
  values.forEach((value, at) => {
    const key = typeof value === 'string' ? value : isRecord(value);
    if (seen.has(key)) report('answer.duplicate', {}, `/${at}`);
    seen.add(key);
  });
};

/** Several options, other words among them. */
export const judgeChoices = (field: FieldOf<'choices'>): Judge => {
  const set = optionSet(field);
  const min = own(field, 'minSelected') ?? 0;
  const max = own(field, 'maxSelected') ?? Infinity;
  const other = set.hasOther ? 1 : 0;
  return (value, report, lookup) => {
    if (!Array.isArray(value)) return report('answer.shape');
    const visible = set.visible(lookup);
    const selected = value.length;
    // Longer than any right answer: not worth looking at one by one.
    if (selected > 2 * (visible.size + other)) return report('answer.shape');
    value.forEach((item, at) => judgeOne(item, set, visible, report, `/${at}`));
    judgeRepeats(value, report);
    const alone = value.find((item) => set.isExclusive(item));
    if (alone !== undefined) {
      if (selected > 1) report('answer.exclusive', { option: alone as string });
      return;
    }
    // Options may be hidden: nobody is asked for more than is offered.
    const least = Math.min(min, visible.size + other);
    if (selected < least) report('answer.min-selected', { min: least, selected, remaining: least - selected });
    if (selected > max) report('answer.max-selected', { max, selected, excess: selected - max });
  };
};

/** Options in order of preference; all of them, unless the definition says how many. */
export const judgeRanking = (field: FieldOf<'ranking'>): Judge => {
  const set = optionSet(field);
  const min = own(field, 'minRanked');
  const max = own(field, 'maxRanked') ?? Infinity;
  const all = min === undefined && max === Infinity;
  return (value, report, lookup) => {
    if (!Array.isArray(value)) return report('answer.shape');
    const visible = set.visible(lookup);
    const total = visible.size;
    const ranked = value.length;
    if (ranked > 2 * total) return report('answer.shape');
    value.forEach((item, at) => {
      if (typeof item !== 'string') report('answer.shape', {}, `/${at}`);
      else if (!visible.has(item)) report('answer.option', {}, `/${at}`);
    });
    judgeRepeats(value, report);
    const least = Math.min(min ?? 0, total);
    if (all && ranked < total) report('answer.rank-all', { total, ranked, remaining: total - ranked });
    if (ranked < least) report('answer.min-ranked', { min: least, ranked, remaining: least - ranked });
    if (ranked > max) report('answer.max-ranked', { max, ranked, excess: ranked - max });
  };
};

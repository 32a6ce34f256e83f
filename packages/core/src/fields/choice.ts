import type { ChoiceAnswer, FieldOf } from '@cmto/contract';
import type { FieldContext, FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';
import { isOther, type Line, readLine, renderLines } from './option-list.ts';

type Context = FieldContext<FieldOf<'choice' | 'choices'>>;

const linesOf = (context: Context, isChecked: (value: string) => boolean): Line[] =>
  context.options.map(({ value, label, help, exclusive }) => ({
    value,
    label: context.text(label),
    help: help && context.text(help),
    checked: isChecked(value),
    exclusive,
  }));

/** One of several, as radios. */
export const choice: FieldKind<FieldOf<'choice'>> = {
  render(context) {
    const { field, value } = context;
    const lines = linesOf(context, (option) => option === value);
    return renderFieldset(
      context,
      'radiogroup',
      renderLines(context, 'radio', lines, field.other ? (value ?? '') : undefined),
    );
  },
  read(root) {
    const checked = root.querySelector<HTMLInputElement>(':checked');
    return checked ? readLine(root, checked) : undefined;
  },
};

const limits = ({ field, t }: FieldContext<FieldOf<'choices'>>): string | undefined => {
  const { minSelected: min, maxSelected: max } = field;
  if (min && max) return min === max ? t('field.pick', { n: max }) : t('field.pick-between', { min, max });
  return max ? t('field.pick-max', { n: max }) : min ? t('field.pick-min', { n: min }) : undefined;
};

/** Unticks what cannot stay beside the box ticked last, and says so to those who cannot see it go. */
const settleExclusive = (
  context: Context,
  boxes: readonly HTMLInputElement[],
  before: readonly ChoiceAnswer[],
): void => {
  const alone = context.options.flatMap(({ value, exclusive }) => (exclusive ? value : []));
  const known = before.map((answer) => (isOther(answer) ? '' : answer));
  const ticked = boxes.find(({ value }) => !known.includes(value));
  for (const box of boxes) {
    if (!ticked || box === ticked || !(alone.includes(ticked.value) || alone.includes(box.value))) continue;
    box.checked = false;
    context.announce(context.t('field.unticked'));
  }
};

/** Several of several, as checkboxes. */
export const choices: FieldKind<FieldOf<'choices'>> = {
  render(context) {
    const { field } = context;
    const chosen = (context.value ?? []) as ChoiceAnswer[];
    const lines = linesOf(context, (option) => chosen.includes(option));
    const other = field.other ? (chosen.find(isOther) ?? '') : undefined;
    return renderFieldset(context, 'group', renderLines(context, 'checkbox', lines, other), limits(context));
  },
  read(root, context) {
    const boxes = [...root.querySelectorAll<HTMLInputElement>(':checked')];
    settleExclusive(context, boxes, (context.value ?? []) as ChoiceAnswer[]);
    const chosen = boxes.filter((box) => box.checked).map((box) => readLine(root, box));
    return chosen.length > 0 ? chosen : undefined;
  },
};

import type { FieldOf } from '@cmto/contract';
import type { FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';
import { plainLine, renderLines } from './option-list.ts';

/** Two radios; "no" is an answer, and none chosen is none. */
export const yesNo: FieldKind<FieldOf<'yes-no'>> = {
  render: (context) =>
    renderFieldset(
      context,
      'radiogroup',
      renderLines(context, 'radio', [
        plainLine('true', context.t('field.yes'), context.value === true),
        plainLine('false', context.t('field.no'), context.value === false),
      ]),
    ),
  read(root) {
    const checked = root.querySelector<HTMLInputElement>(':checked');
    return checked ? checked.value === 'true' : undefined;
  },
};

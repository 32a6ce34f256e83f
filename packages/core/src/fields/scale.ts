import type { FieldOf } from '@cmto/contract';
import { html, nothing } from 'lit-html';
import { countTo } from '../form/count-to.ts';
import type { FieldContext, FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';

type Scale = FieldContext<FieldOf<'scale'>>;

/** The words at an end belong to that end's name, so that "1" is never read without "not at all". */
const renderStep = (context: Scale, value: number): unknown => {
  const { id, field, t } = context;
  const { min, max, minLabel, maxLabel } = field;
  const end = value === min ? minLabel : value === max ? maxLabel : undefined;
  const isStar = field.display === 'stars';
  return html`<label
    ><input
      id=${value === min ? id : nothing}
      type="radio"
      name=${id}
      value=${value}
      ?checked=${context.value === value}
    /><span class=${isStar ? 'sr' : nothing}
      >${isStar ? t('field.stars', { n: value, max }) : value}${
        end ? html`<span class="sr"> ${context.text(end)}</span>` : nothing
      }</span
    ></label
  >`;
};

/** Radios in a row, as numbers or as stars that fill up to the chosen one. */
export const scale: FieldKind<FieldOf<'scale'>> = {
  render(context) {
    const { field } = context;
    const values = countTo(field.max - field.min + 1).map((index) => field.min + index);
    const ends = field.minLabel || field.maxLabel;
    return renderFieldset(
      context,
      'radiogroup',
      html`<div class="scale">
        <div class=${field.display === 'stars' ? 'stars' : 'numbers'}>
          ${values.map((value) => renderStep(context, value))}
        </div>
        ${
          ends
            ? html`<div class="ends" aria-hidden="true">
                <span><b>${field.min}</b> ${context.text(field.minLabel)}</span>
                <span><b>${field.max}</b> ${context.text(field.maxLabel)}</span>
              </div>`
            : nothing
        }
      </div>`,
    );
  },
  read(root) {
    const checked = root.querySelector<HTMLInputElement>(':checked');
    return checked ? Number(checked.value) : undefined;
  },
};

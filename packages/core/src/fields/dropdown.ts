import type { FieldOf } from '@cmto/contract';
import { html, nothing } from 'lit-html';
import type { FieldKind } from './field-context.ts';
import { describedBy, invalid, renderField } from './frame.ts';
import { isOther, readOther, renderOther } from './option-list.ts';
import { renderOptions } from './shared-options.ts';

/** One of many, as a native `<select>`. Its "other" is told by `data-other`, for every value may be an option's. */
export const kind: FieldKind<FieldOf<'dropdown'>> = {
  render(context) {
    const { id, field, value, t } = context;
    return renderField(
      context,
      html`<select
          id=${id}
          name=${id}
          ?required=${context.required}
          aria-invalid=${invalid(context)}
          aria-describedby=${describedBy(context)}
        >
          <option value="">${t('field.choose')}</option>
          ${renderOptions(
            context.options.map(({ value: option, label }) => [option, context.words(label)] as const),
            value,
          )}${
            field.other ? html`<option data-other ?selected=${isOther(value)}>${t('field.other')}</option>` : nothing
          }</select
        >${field.other ? renderOther(context, value) : nothing}`,
    );
  },
  read(root) {
    const select = root.querySelector('select')!;
    const chosen = select.selectedOptions[0];
    return chosen?.hasAttribute('data-other') ? readOther(root) : select.value || undefined;
  },
};

import type { FieldOf } from '@cmto/contract';
import { html } from 'lit-html';
import type { FieldKind } from './field-context.ts';
import { describedBy, invalid, renderError, renderHelp, renderMark } from './frame.ts';

/** One box to tick beside the words agreed to. An empty box is no answer. */
export const consent: FieldKind<FieldOf<'consent'>> = {
  render(context) {
    const { id, field } = context;
    return html`${renderHelp(context)}<label class="line" id="${id}-label"
        ><input
          id=${id}
          type="checkbox"
          name=${id}
          value="true"
          ?checked=${context.value === true}
          ?required=${context.required}
          aria-invalid=${invalid(context)}
          aria-describedby=${describedBy(context)}
        /><span>${context.text(field.label)}${renderMark(context)}</span></label
      >${renderError(context)}`;
  },
  read: (root) => root.querySelector('input')!.checked || undefined,
};

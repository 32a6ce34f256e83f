import type { FieldOf } from '@cmto/contract';
import { html } from 'lit-html';
import type { FieldKind } from './field-context.ts';

/** Text between questions; takes no answer. */
export const note: FieldKind<FieldOf<'note'>> = {
  render: (context) => html`<div class="note">${context.rich(context.field.text)}</div>`,
};

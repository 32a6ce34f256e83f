import type { FieldOf } from '@cmto/contract';
import { html, nothing } from 'lit-html';
import type { FieldContext, FieldKind } from './field-context.ts';
import { describedBy, invalid, renderField } from './frame.ts';

type LongText = FieldContext<FieldOf<'long-text'>>;

/** Milliseconds of silence after which a screen reader is told how many characters are left. */
const pause = 1500;

/** How much room is left, once there is anything in the box. */
const roomWords = ({ field, t }: LongText, length: number): string => {
  const left = field.maxLength! - length;
  return length === 0 ? '' : t(left < 0 ? 'field.over' : 'field.left', { n: Math.abs(left) });
};

/**
 * Shows how much room is left while typing. Only near the end, and after a pause, is it also said: a count read out at
 * every letter drowns the letters. The box lets too much be typed or pasted, so that nothing is cut off unseen.
 */
const count = (root: HTMLElement, context: LongText, length: number): void => {
  const words = roomWords(context, length);
  root.querySelector('.count')!.textContent = words;
  const timer = context.state<{ id?: ReturnType<typeof setTimeout> }>(() => ({}));
  clearTimeout(timer.id);
  if (length >= context.field.maxLength! * 0.9) timer.id = setTimeout(() => context.announce(words), pause);
};

/** Text of several lines. */
export const longText: FieldKind<FieldOf<'long-text'>> = {
  render(context) {
    const { id, field, value, t } = context;
    const max = field.maxLength;
    const hint = max && t('field.max-length', { n: max });
    const text = typeof value === 'string' ? value : '';
    return renderField(
      context,
      html`<textarea
          id=${id}
          name=${id}
          rows="5"
          .value=${text}
          ?required=${context.required}
          aria-invalid=${invalid(context)}
          aria-describedby=${describedBy(context, hint)}
        ></textarea
        >${max ? html`<p class="count" aria-hidden="true" .textContent=${roomWords(context, text.length)}></p>` : nothing}`,
      hint,
    );
  },
  read(root, context) {
    const text = root.querySelector('textarea')!.value;
    if (context.field.maxLength) count(root, context, text.length);
    return text || undefined;
  },
};

import type { FieldOf, Option } from '@cmto/contract';
import { decimalSum } from '@cmto/contract/rules/decimal';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FieldContext, FieldKind } from './field-context.ts';
import { invalid, renderFieldset } from './frame.ts';
import { formatNumber, parseNumber, readNumber } from './number-text.ts';

export { allocationStyles as styles } from './allocation.styles.ts';

type Allocation = FieldContext<FieldOf<'allocation'>>;
/** Shares by option; a string is what was typed where no number could be read. */
type Shares = { [option: string]: number | string };

/** Milliseconds after the last change before the remainder is said. */
const pause = 1000;

/** Shares of the options shown now. */
const sharesOf = ({ value, options }: Allocation): Map<string, number | string> => {
  const shares = (typeof value === 'object' ? value : {}) as Shares;
  return new Map(
    options.flatMap(({ value: option }) => (Object.hasOwn(shares, option) ? [[option, shares[option]!]] : [])),
  );
};

const remainingOf = (context: Allocation): number =>
  decimalSum([
    context.field.total,
    ...[...sharesOf(context).values()].map((share) => (typeof share === 'number' ? -share : 0)),
  ]);

const remainderWords = (context: Allocation): string => {
  const { field, t } = context;
  const left = remainingOf(context);
  const unit = context.words(field.unit);
  const key = left === 0 ? 'field.share-done' : left > 0 ? 'field.share-left' : 'field.share-over';
  return t(key, { amount: Math.abs(left), total: field.total, unit }).trim();
};

/** What one press of − or + is worth: about a twentieth, in round numbers. */
const stepOf = (total: number): number =>
  total < 1 ? total / 10 : total <= 20 ? 1 : 10 ** Math.floor(Math.log10(total)) / 20;

/** Reads all boxes, commits, shows the remainder, and says it once the person pauses. */
const commit = (context: Allocation, root: Element): void => {
  const shares = [...root.querySelectorAll('input')].flatMap((box): [string, number | string][] => {
    const share = readNumber(box.value, context.t('field.decimal'));
    return share === undefined ? [] : [[box.dataset['option']!, share]];
  });
  context.set(shares.length > 0 ? Object.fromEntries(shares) : undefined);
  context.requestUpdate();
  const timer = context.state<{ id?: ReturnType<typeof setTimeout> }>(() => ({}));
  clearTimeout(timer.id);
  timer.id = setTimeout(() => context.announce(remainderWords(context)), pause);
};

/** Never below nothing, never above what is left. */
const press = (context: Allocation, event: Event, direction: 1 | -1): void => {
  const button = event.currentTarget as HTMLElement;
  const root = button.closest('.shares')!;
  const box = button.parentElement!.querySelector('input')!;
  const decimal = context.t('field.decimal');
  const now = parseNumber(box.value, decimal) ?? 0;
  const left = Math.max(0, remainingOf(context));
  const step = stepOf(context.field.total);
  const next = direction > 0 ? decimalSum([now, Math.min(step, left)]) : Math.max(0, decimalSum([now, -step]));
  box.value = formatNumber(next, decimal);
  commit(context, root);
};

const renderStep = (context: Allocation, option: Option, direction: 1 | -1): TemplateResult =>
  html`<button
    type="button"
    class="share-step"
    aria-label=${context.t(direction > 0 ? 'field.share-more' : 'field.share-less', { option: context.words(option.label) })}
    @click=${(event: Event) => press(context, event, direction)}
  >
    <span aria-hidden="true">${direction > 0 ? '+' : '−'}</span>
  </button>`;

const renderShare = (context: Allocation, option: Option, index: number): TemplateResult => {
  const { id, t, field } = context;
  const box = index === 0 ? id : `${id}-${index}`;
  return html`<div class="share">
    <label class="share-words" for=${box}>${context.text(option.label)}</label>
    <span class="share-box">
      ${renderStep(context, option, -1)}<input
        id=${box}
        name=${box}
        inputmode="decimal"
        autocomplete="off"
        data-option=${option.value}
        value=${formatNumber(sharesOf(context).get(option.value), t('field.decimal'))}
        aria-invalid=${invalid(context)}
        aria-describedby="${id}-total"
      />${renderStep(context, option, 1)}${field.unit ? html`<span class="unit" aria-hidden="true">${context.text(field.unit)}</span>` : nothing}
    </span>
  </div>`;
};

/** A total shared out among options: a number box each, and what is left always in sight. */
export const kind: FieldKind<FieldOf<'allocation'>> = {
  render(context) {
    const { field, id, t } = context;
    const left = remainingOf(context);
    const hear = (event: Event): void => commit(context, event.currentTarget as Element);
    return renderFieldset(
      context,
      'group',
      html`<div class="shares" @input=${hear}>
        ${context.options.map((option, index) => renderShare(context, option, index))}
        <div class="share-total" ?data-over=${left < 0} ?data-done=${left === 0}>
          <progress aria-hidden="true" max=${field.total} value=${Math.max(0, field.total - left)}></progress>
          <p id="${id}-total">${remainderWords(context)}</p>
        </div>
      </div>`,
      t('field.share-help', { total: field.total, unit: context.words(field.unit) }).trim(),
    );
  },
};

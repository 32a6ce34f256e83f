import type { FieldOf, Option } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { FieldContext, FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';
import { dragLine } from './ranking-drag.ts';

export { rankingStyles as styles } from './ranking.styles.ts';

type Ranking = FieldContext<FieldOf<'ranking'>>;
type Act = 'up' | 'down' | 'remove' | 'add';

const signs: { readonly [act in Act]: string } = { up: '↑', down: '↓', remove: '✕', add: '+' };

/** Options ranked so far, best first; one that is no longer offered is left out. */
const rankedOf = (context: Ranking): Option[] => {
  const values = Array.isArray(context.value) ? (context.value as string[]) : [];
  return values.flatMap((value) => context.options.find((option) => option.value === value) ?? []);
};

const focusOn = (list: HTMLElement, acts: readonly [act: Act, value: string | undefined][]): void => {
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('button')];
  for (const [act, value] of acts) {
    const button = buttons.find(({ dataset }) => dataset['act'] === act && (!value || dataset['value'] === value));
    if (button) return button.focus();
  }
};

/** Commits an order, shows it, and tells a screen reader what became of the option. */
const commit = (context: Ranking, order: readonly Option[], option: Option): void => {
  const { t } = context;
  context.set(order.length > 0 ? order.map(({ value }) => value) : undefined);
  context.requestUpdate();
  const position = order.indexOf(option) + 1;
  const key = position > 0 ? 'field.ranked' : 'field.unranked';
  context.announce(t(key, { option: context.words(option.label), position, total: order.length }));
};

/** Does what a button says. The same button of the same option then has the focus, or the one to press next. */
const act = (context: Ranking, list: HTMLElement, name: Act, option: Option): void => {
  const order = rankedOf(context);
  const from = order.indexOf(option);
  const max = context.field.maxRanked ?? Infinity;
  if (name === 'add') {
    if (order.length >= max) return context.announce(context.t('field.rank-full', { n: max }));
    const others = context.options.filter((other) => other !== option && !order.includes(other));
    const next = others.find((other) => context.options.indexOf(other) > context.options.indexOf(option)) ?? others[0];
    commit(context, [...order, option], option);
    return focusOn(list, [next ? ['add', next.value] : ['up', option.value]]);
  }
  order.splice(from, 1);
  if (name === 'remove') {
    commit(context, order, option);
    return focusOn(list, [
      ['remove', order[Math.min(from, order.length - 1)]?.value],
      ['add', option.value],
    ]);
  }
  const to = name === 'up' ? from - 1 : from + 1;
  if (to < 0 || to > order.length) return;
  order.splice(to, 0, option);
  commit(context, order, option);
  focusOn(list, [[name, option.value]]);
};

/** Puts an option where a pointer has let it go. */
const moveTo = (context: Ranking, option: Option, to: number): void => {
  const others = rankedOf(context).filter((each) => each !== option);
  commit(context, others.toSpliced(to, 0, option), option);
};

interface ButtonLook {
  readonly off?: boolean;
  readonly first?: boolean;
  readonly words?: unknown;
}

const renderButton = (context: Ranking, name: Act, option: Option, look: ButtonLook = {}): TemplateResult => {
  const press = (event: Event): void => {
    const list = (event.currentTarget as HTMLElement).closest<HTMLElement>('.ranking')!;
    if (!look.off) act(context, list, name, option);
  };
  // aria-disabled, not disabled: a button that loses the focus because it reached the end strands keyboard users.
  return html`<button
    type="button"
    class="rank-button"
    id=${look.first ? context.id : nothing}
    data-act=${name}
    data-value=${option.value}
    aria-disabled=${look.off ? 'true' : nothing}
    aria-label=${context.t(`field.rank-${name}`, { option: context.words(option.label) })}
    @click=${press}
  >
    <span aria-hidden="true">${signs[name]}</span>${look.words}
  </button>`;
};

const renderRanked = (
  context: Ranking,
  order: readonly Option[],
  option: Option,
  index: number,
): TemplateResult => html`
  <li
    class="rank-line ranked"
    @pointerdown=${(event: PointerEvent) => dragLine(event, (to) => moveTo(context, option, to))}
  >
    <span class="rank-place" aria-hidden="true">${index + 1}</span>
    <span class="rank-words">${context.text(option.label)}</span>
    <span class="rank-buttons"
      >${renderButton(context, 'up', option, { off: index === 0, first: index === 0 })}${renderButton(
        context,
        'down',
        option,
        {
          off: index === order.length - 1,
        },
      )}${renderButton(context, 'remove', option)}</span
    >
  </li>
`;

const renderOpen = (context: Ranking, option: Option, first: boolean): TemplateResult => html`
  <li class="rank-open">${renderButton(context, 'add', option, { first, words: context.text(option.label) })}</li>
`;

const hintOf = ({ field, t }: Ranking): string => {
  const { minRanked: min, maxRanked: max } = field;
  if (max)
    return min && min !== max
      ? t('field.rank-between', { min, max })
      : t(min ? 'field.rank-exactly' : 'field.rank-max', { n: max });
  return min ? t('field.rank-min', { n: min }) : t('field.rank-help');
};

/**
 * Options put in order with buttons, or dragged: nothing here needs a mouse, and nothing is ranked until the person
 * ranks it.
 */
export const kind: FieldKind<FieldOf<'ranking'>> = {
  render(context) {
    const order = rankedOf(context);
    const open = context.options.filter((option) => !order.includes(option));
    const { t } = context;
    return renderFieldset(
      context,
      'group',
      html`<div class="ranking">
        ${
          order.length > 0
            ? html`<p class="rank-title" id="${context.id}-ranked">${t('field.rank-order')}</p>
                <ol role="list" aria-labelledby="${context.id}-ranked">
                  ${repeat(
                    order,
                    ({ value }) => value,
                    (option, index) => renderRanked(context, order, option, index),
                  )}
                </ol>`
            : nothing
        }
        ${
          open.length > 0
            ? html`<p class="rank-title" id="${context.id}-open">
                  ${t(order.length > 0 ? 'field.rank-rest' : 'field.rank-start')}
                </p>
                <ul role="list" aria-labelledby="${context.id}-open">
                  ${repeat(
                    open,
                    ({ value }) => value,
                    (option, index) => renderOpen(context, option, order.length + index === 0),
                  )}
                </ul>`
            : nothing
        }
      </div>`,
      hintOf(context),
    );
  },
};

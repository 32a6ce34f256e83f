import type { Answers, FieldOf } from '@cmto/contract';
import { limits } from '@cmto/contract/rules/limits';
import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { countTo } from '../form/count-to.ts';
import { rowView } from '../form/row-views.ts';
import type { FieldContext, FieldKind } from './field-context.ts';
import { renderFieldset } from './frame.ts';

export { groupStyles as styles } from './group.styles.ts';

type Group = FieldContext<FieldOf<'group'>>;

/** Rows shown, and how often rows have moved up: then their controls are made anew, with the answers that moved. */
interface GroupState {
  shown: number;
  generation: number;
}

const rowsOf = ({ value }: Group): Answers[] => (Array.isArray(value) ? (value as Answers[]) : []);

const stateOf = (context: Group): GroupState => context.state(() => ({ shown: 0, generation: 0 }));

/** There is always one row to write in, and as many as are asked for. */
const countOf = (context: Group): number =>
  Math.max(1, context.field.minRows ?? 0, rowsOf(context).length, stateOf(context).shown);

const controls = 'input:not([type="hidden"]), select, textarea, button';

const add = (context: Group, event: Event): void => {
  const root = (event.currentTarget as Element).closest('.rows')!;
  const count = countOf(context);
  stateOf(context).shown = count + 1;
  context.requestUpdate();
  root.querySelector<HTMLElement>(`[data-row="${count}"] :is(${controls})`)?.focus();
};

const remove = (context: Group, index: number, event: Event): void => {
  const button = event.currentTarget as HTMLElement;
  // Safari gives no focus to a pressed button: a box just typed in would tell of its change after its row is gone.
  button.focus();
  const root = button.closest('.rows')!;
  const state = stateOf(context);
  state.shown = countOf(context) - 1;
  state.generation += 1;
  const rows = rowsOf(context).filter((_, at) => at !== index);
  context.set(rows.length > 0 ? rows : undefined);
  context.requestUpdate();
  context.announce(context.t('field.row-removed', { n: index + 1 }));
  const rest = root.querySelectorAll<HTMLElement>('.row-remove');
  (
    rest[Math.min(index, rest.length - 1)] ?? root.querySelector<HTMLElement>('.row-add, :is(input, select, textarea)')
  )?.focus();
};

const renderRow = (context: Group, index: number, removable: boolean): TemplateResult => {
  const { id, t, field } = context;
  return html`<fieldset class="row" data-row=${index} aria-labelledby="${id}-row-${index}">
    <legend class="row-title" id="${id}-row-${index}">${t('field.row', { n: index + 1 })}</legend>
    ${keyed(
      stateOf(context).generation,
      html`<div class="row-fields">${field.fields.map((nested) => context.nested(nested, index))}</div>`,
    )}
    ${
      removable
        ? html`<button
            type="button"
            class="button plain row-remove"
            @click=${(event: Event) => remove(context, index, event)}
          >
            ${t('field.row-remove', { n: index + 1 })}
          </button>`
        : nothing
    }
  </fieldset>`;
};

/** The same few fields, as often as needed. */
export const kind: FieldKind<FieldOf<'group'>> = {
  rowView,
  render(context) {
    const { field, t } = context;
    const count = countOf(context);
    const max = field.maxRows ?? limits.rows;
    const removable = count > Math.max(1, field.minRows ?? 0);
    return renderFieldset(
      context,
      'group',
      html`<div class="rows">
        ${countTo(count).map((index) => renderRow(context, index, removable))}
        ${
          count < max
            ? html`<button type="button" class="button outline row-add" @click=${(event: Event) => add(context, event)}>
                ${t('field.row-add')}
              </button>`
            : html`<p class="help">${t('field.rows-full', { n: max })}</p>`
        }
      </div>`,
    );
  },
};

import type { FieldOf, Municipality } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isServer } from 'lit-html/is-server.js';
import type { FieldKind } from './field-context.ts';
import { describedBy, invalid, renderField } from './frame.ts';
import { MunicipalityBox, type MunicipalityContext } from './municipality-box.ts';

export { municipalityStyles as styles } from './municipality.styles.ts';

const inputOf = (event: Event): HTMLInputElement =>
  (event.currentTarget as HTMLElement).closest('.combo')!.querySelector('input')!;

const renderOption = (
  context: MunicipalityContext,
  box: MunicipalityBox,
  municipality: Municipality,
  index: number,
): TemplateResult =>
  html`<li
    id="${context.id}-${municipality.code}"
    role="option"
    aria-selected=${index === box.active ? 'true' : 'false'}
    @click=${(event: Event) => box.pick(inputOf(event), municipality)}
  >
    <span>${municipality.name}</span> <small>${context.t('field.zone', { zone: municipality.zone })}</small>
  </li>`;

const renderInput = (context: MunicipalityContext, box: MunicipalityBox): TemplateResult => {
  const { id } = context;
  const at = box.open ? box.matches[box.active] : undefined;
  return html`<input
    id=${id}
    name=${id}
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${box.open ? 'true' : 'false'}
    aria-controls="${id}-list"
    aria-activedescendant=${at ? `${id}-${at.code}` : nothing}
    autocomplete="off"
    spellcheck="false"
    value=${box.text}
    ?required=${context.required}
    aria-invalid=${invalid(context)}
    aria-describedby=${describedBy(context, true, box.chosen && 'zone')}
    @input=${(event: Event) => box.hear(inputOf(event))}
    @keydown=${(event: KeyboardEvent) => box.press(event, inputOf(event))}
    @click=${(event: Event) => box.show(inputOf(event))}
    @blur=${() => box.close()}
  />`;
};

const renderFailure = (context: MunicipalityContext, box: MunicipalityBox): TemplateResult => {
  const retry = (event: Event): void => {
    inputOf(event).focus();
    box.load(context, true);
  };
  return html`<div class="combo-failed">
    <p>${context.t('field.municipality-failed')}</p>
    <button type="button" class="button outline" @click=${retry}>${context.t('field.retry')}</button>
  </div>`;
};

const renderBelow = (context: MunicipalityContext, box: MunicipalityBox): unknown => {
  if (box.failed) return renderFailure(context, box);
  if (box.open && box.matches.length === 0)
    return html`<p class="combo-none">${context.t('field.municipality-none')}</p>`;
  const { chosen } = box;
  return chosen && !box.open
    ? html`<p class="combo-zone" id="${context.id}-zone">${context.t('field.zone', { zone: chosen.zone })}</p>`
    : nothing;
};

// Pressing an option must not take the focus out of the box, which would close the list before the click arrives.
const keepFocus = (event: Event): void => event.preventDefault();

/** One of the 312 municipalities, searched by name in a list that is on the page: no request per key. */
export const kind: FieldKind<FieldOf<'municipality'>> = {
  render(context) {
    const box = context.state(() => new MunicipalityBox(context));
    if (!isServer) box.load(context);
    const shown = box.open && box.matches.length > 0;
    return renderField(
      context,
      html`<div class="combo">
        ${renderInput(context, box)}
        <ul
          id="${context.id}-list"
          role="listbox"
          aria-labelledby="${context.id}-label"
          ?hidden=${!shown}
          @mousedown=${keepFocus}
        >
          ${shown ? box.matches.map((municipality, index) => renderOption(context, box, municipality, index)) : nothing}
        </ul>
        ${renderBelow(context, box)}
      </div>`,
      context.t('field.municipality-help'),
    );
  },
};

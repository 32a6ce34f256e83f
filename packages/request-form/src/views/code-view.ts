import type { Translate } from '@cmto/core/i18n/translate';
import { formatDay } from '@cmto/core/i18n/dates';
import type { Entry } from '@cmto/core/storage/entry';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { CodeFault } from '../model/receipt-phase.ts';

/** What the code form needs of the tag around it. */
export interface CodePanel {
  readonly t: Translate;
  readonly language: string;
  readonly typed: string;
  readonly typedNumber: string | undefined;
  readonly asksNumber: boolean;
  /** Receipts that this device holds. */
  readonly here: readonly Entry[];
  open(typed: string, number?: string): Promise<void>;
}

/** A box with its words; `fault`: what is wrong with it. */
const renderBox = ({ t }: CodePanel, id: string, value: string, fault: CodeFault | undefined): TemplateResult => html`
  <label class="label" for=${id}>${t(`request.${id}`)}</label>
  <p class="help" id="${id}-help">${t(`request.${id}-hint`)}</p>
  <input
    id=${id}
    autocomplete="off"
    autocapitalize="characters"
    spellcheck="false"
    ?required=${id === 'code'}
    .value=${value}
    aria-invalid=${fault ? 'true' : 'false'}
    aria-describedby=${fault ? `code-error ${id}-help` : `${id}-help`}
  />
`;

/** Boxes whose values are never in an address, so the form goes nowhere. What is wrong with both does not say which. */
export const renderCodeForm = (panel: CodePanel, fault: CodeFault | undefined): TemplateResult => {
  const { t, asksNumber, typed, typedNumber = '' } = panel;
  const submit = (event: Event): void => {
    event.preventDefault();
    const values = [...(event.currentTarget as HTMLFormElement).querySelectorAll('input')].map(({ value }) => value);
    void panel.open(values.pop()!, values.pop());
  };
  return html`
    <form class="ask" novalidate @submit=${submit}>
      ${asksNumber ? renderBox(panel, 'number', typedNumber, fault === 'pair' ? fault : undefined) : nothing}
      ${renderBox(panel, 'code', typed, fault)}
      ${fault ? html`<p class="error" id="code-error">${t(`request.code-${fault}`)}</p>` : nothing}
      <div class="actions" part="actions"><button type="submit" class="button">${t('request.open')}</button></div>
    </form>
    ${panel.here.length > 0 ? renderHere(panel) : nothing}
  `;
};

/** What was sent from this device needs no code to be typed. */
const renderHere = ({ t, language, here, open }: CodePanel): TemplateResult => html`
  <p class="label" id="here">${t('request.here')}</p>
  <ul class="here" aria-labelledby="here">
    ${here.map(({ title, path, receipt }) => {
      const name = title ?? path;
      const day = formatDay(Date.parse(receipt!.receivedAt), language);
      return html`<li>
        <button
          type="button"
          class="button plain"
          aria-label=${t('request.here-open', { title: name, day })}
          @click=${() => void open(receipt!.receiptCode)}
        >
          <bdi>${name}</bdi>, ${day}
        </button>
      </li>`;
    })}
  </ul>
`;

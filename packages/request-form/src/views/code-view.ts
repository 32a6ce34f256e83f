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
  /** Receipts that this device holds. */
  readonly here: readonly Entry[];
  open(typed: string): Promise<void>;
}

/** One box with its words: its value is never in an address, so the form goes nowhere. */
export const renderCodeForm = (panel: CodePanel, fault: CodeFault | undefined): TemplateResult => {
  const { t } = panel;
  const submit = (event: Event): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLFormElement).querySelector('input')!;
    void panel.open(box.value);
  };
  return html`
    <form class="ask" novalidate @submit=${submit}>
      <label class="label" for="code">${t('request.code')}</label>
      <p class="help" id="code-help">${t('request.code-hint')}</p>
      <input
        id="code"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        required
        .value=${panel.typed}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? 'code-error code-help' : 'code-help'}
      />
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

import { renderHeading } from '@cmto/core/element/heading';
import type { Translate } from '@cmto/core/i18n/translate';
import { html, nothing, type TemplateResult } from 'lit-html';

/** The box for the code, as the tag around it has it. */
export interface ConfirmBox {
  readonly t: Translate;
  /** Level of its heading. */
  readonly level: number;
  /** What is wrong with the code, in words. */
  readonly fault: string | undefined;
  /** In words, in the button's place: why no other code can be asked for now. */
  readonly wait?: string | undefined;
  confirm(typed: string): Promise<void>;
  resend(): Promise<void>;
}

/** The address is the applicant's once the code that was sent to it comes back. */
export const renderConfirmBox = (box: ConfirmBox): TemplateResult => {
  const { t, fault, wait } = box;
  const submit = (event: Event): void => {
    event.preventDefault();
    void box.confirm((event.currentTarget as HTMLFormElement).querySelector('input')!.value);
  };
  return html`<div class="box asked" part="confirm">
    ${renderHeading(box.level, t('confirm.title'))}
    <form novalidate @submit=${submit}>
      <label class="label" for="confirm">${t('confirm.code')}</label>
      <p class="help" id="confirm-help">${t('confirm.hint')}</p>
      <input
        id="confirm"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength="10"
        required
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? 'confirm-error confirm-help' : 'confirm-help'}
      />
      ${fault ? html`<p class="error" id="confirm-error">${fault}</p>` : nothing}
      <div class="actions">
        <button type="submit" class="button">${t('confirm.send')}</button>
        ${
          wait
            ? html`<span class="help">${wait}</span>`
            : html`<button type="button" class="button plain" @click=${() => void box.resend()}>
                ${t('confirm.resend')}
              </button>`
        }
      </div>
    </form>
  </div>`;
};

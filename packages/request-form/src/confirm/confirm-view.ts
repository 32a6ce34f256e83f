import { renderHeading } from '@cmto/core/element/heading';
import type { Translate } from '@cmto/core/i18n/translate';
import { html, nothing, type TemplateResult } from 'lit-html';
import { confirmWordsOf } from '../model/confirm.ts';
import type { ConfirmController } from './confirm-controller.ts';

/** The address is the applicant's once the code that was sent to it comes back. `level`: of its heading. */
export const renderConfirm = (confirm: ConfirmController, t: Translate, level: number): TemplateResult => {
  const fault = confirm.fault && t(confirmWordsOf(confirm.fault));
  const submit = (event: Event): void => {
    event.preventDefault();
    void confirm.confirm((event.currentTarget as HTMLFormElement).querySelector('input')!.value);
  };
  return html`<div class="box asked" part="confirm">
    ${renderHeading(level, t('confirm.title'))}
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
          confirm.mayResend
            ? html`<button type="button" class="button plain" @click=${() => void confirm.resend()}>
                ${t('confirm.resend')}
              </button>`
            : html`<span class="help">${t('confirm.wait')}</span>`
        }
      </div>
    </form>
  </div>`;
};

import type { Receipt } from '@cmto/contract';
import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { html, nothing, type TemplateResult } from 'lit-html';
import { consultationOf } from '../model/consulted.ts';

/** In a receipt: the register's number, and what happens to the contribution now. */
export const renderReceived = ({ survey: form }: Finish, { register }: Receipt): TemplateResult => {
  const { t } = form.language;
  const { when } = consultationOf(form.survey)!.moderation;
  return html`
    ${
      register
        ? html`<dl class="code">
              <dt>${t('feedback.number')}</dt>
              <dd><strong>${register.code}-${String(register.year)}/${register.number}</strong></dd>
            </dl>
            <p class="help">${t('feedback.number-help')}</p>`
        : nothing
    }
    <p>${t(`feedback.next-${when}`)}</p>
  `;
};

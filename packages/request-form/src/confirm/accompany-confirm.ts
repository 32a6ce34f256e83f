import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { Companion } from '@cmto/core/form-tag/form-kind';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import { html, nothing } from 'lit-html';
import { ConfirmController } from './confirm-controller.ts';
import { confirmOnForm } from './confirm-on-form.ts';
import { renderConfirm } from './confirm-view.ts';
import { confirmCatalog } from './confirm-words.ts';
import { confirmStyles } from './confirm.styles.ts';

/** What a service needs whose applicants show that they read their e-mail. */
export const accompanyConfirm = async (finish: Finish): Promise<Companion> => {
  const { survey } = finish;
  const { catalogs } = survey.kind;
  if (!catalogs.includes(confirmCatalog)) catalogs.push(confirmCatalog);
  await survey.language.load();
  adoptStyles(survey.host.renderRoot, confirmStyles);
  const host = confirmOnForm(finish, (place) => {
    survey.host.requestUpdate();
    if (!place) return;
    const selector = place === 'done' ? '[data-confirmed]' : '#confirm';
    void survey.host.updateComplete.then(() => survey.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  });
  const confirm = new ConfirmController(host);
  return {
    begin: () => void confirm.look(),
    renderReceipt(receipt, { level }) {
      const { t } = survey.language;
      if (confirm.isDone) return html`<p class="confirmed" tabindex="-1" data-confirmed>${t('confirm.done')}</p>`;
      if (receipt.register) return nothing;
      return renderConfirm(confirm, t, level + 2);
    },
    submitted: () => confirm.pause(),
  };
};

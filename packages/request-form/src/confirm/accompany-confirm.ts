import type { Finish } from '@cmto/core/form-tag/finish/finish';
import type { Companion } from '@cmto/core/form-tag/form-kind';
import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import { html, nothing } from 'lit-html';
import { confirmWordsOf } from '../model/confirm.ts';
import { ConfirmController } from './confirm-controller.ts';
import { renderConfirmBox } from './confirm-view.ts';
import { confirmCatalog } from './confirm-words.ts';
import { confirmStyles } from './confirm.styles.ts';

/** What a service needs whose applicants show that they read their e-mail. */
export const accompanyConfirm = async (finish: Finish): Promise<Companion> => {
  const { survey } = finish;
  const { catalogs } = survey.kind;
  if (!catalogs.includes(confirmCatalog)) catalogs.push(confirmCatalog);
  await survey.language.load();
  adoptStyles(survey.host.renderRoot, confirmStyles);
  const confirm = new ConfirmController(finish, (place) => {
    survey.host.requestUpdate();
    if (!place) return;
    const selector = place === 'done' ? '[data-confirmed]' : '#confirm';
    void survey.host.updateComplete.then(() => survey.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  });
  return {
    begin: () => void confirm.look(),
    renderReceipt(receipt, { level }) {
      const { t } = survey.language;
      if (confirm.isDone) return html`<p class="confirmed" tabindex="-1" data-confirmed>${t('confirm.done')}</p>`;
      if (receipt.register) return nothing;
      const { fault, mayResend } = confirm;
      return renderConfirmBox({
        t,
        level: level + 2,
        fault: fault && t(confirmWordsOf(fault)),
        wait: mayResend ? undefined : t('confirm.wait'),
        confirm: (typed) => confirm.confirm(typed),
        resend: () => confirm.resend(),
      });
    },
    submitted: () => confirm.pause(),
  };
};

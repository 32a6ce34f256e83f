import { html, nothing, type TemplateResult } from 'lit-html';
import { renderConflicts } from './conflict-view.ts';
import type { Finish } from './finish.ts';
import { renderReceiptLink } from './receipt-link.ts';
import { formatDay } from '../../i18n/dates.ts';

/** An answer sent from here before: whoever comes back must not wonder whether it arrived, nor send it twice. */
export const renderDelivered = ({ survey, drafts, companion }: Finish): TemplateResult | typeof nothing => {
  const { t, code } = survey.language;
  const receipt = drafts.delivered?.receipt;
  if (!receipt) return nothing;
  return html`
    <div class="notice" part="notice">
      <p>${t('form.answered', { day: formatDay(Date.parse(receipt.receivedAt), code) })}</p>
      <p>
        ${renderReceiptLink(survey.language, receipt)}
        <button type="button" class="button plain" @click=${() => void drafts.forgetDelivered()}>
          ${t('form.forget')}
        </button>
      </p>
      ${companion?.renderReceipt?.(receipt, { level: survey.host.headingLevel, hideTitle: false })}
    </div>
  `;
};

/** News about the draft: sent before, form changed under it, answers that no longer have a question. */
export const renderNotice = (finish: Finish): unknown => {
  const { survey, drafts } = finish;
  const { t } = survey.language;
  if (drafts.others.conflicts.length > 0) return renderConflicts(finish);
  const setAside = drafts.entry?.setAside ?? [];
  if (!drafts.versionChanged && setAside.length === 0) return renderDelivered(finish);
  return html`
    <div class="notice" part="notice">
      <p>${t('form.changed-version')}</p>
      ${
        setAside.length > 0
          ? html`
              <p>${t('form.set-aside')}</p>
              <dl>
                ${setAside.map(
                  ({ label, answer }) =>
                    html`<div>
                      <dt>${label}</dt>
                      <dd>${answer}</dd>
                    </div>`,
                )}
              </dl>
            `
          : nothing
      }
    </div>
  `;
};

import type { Receipt, ReceiptStatus } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import { formatDay } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import { codeGroups } from '../model/receipt-code.ts';
import { entry, inLanguage, isWholeDay, renderMoment, type Panel } from './panel.ts';

/** The receipt's panel, and what can be done with it. */
export interface ReceiptPanel extends Panel {
  copy(code: string): Promise<void>;
}

/** The receipt's own page, or a part of it, in the language that the person reads now. */
export const addressOf = ({ url }: Receipt, part: string, language: string): string => {
  const address = new URL(url);
  if (part) address.pathname += `/${part}`;
  address.searchParams.set('lang', language);
  return address.href;
};

/** The number in the internal register, and that it is no official one. */
export const renderNumber = ({ t }: Panel, { register }: Receipt): unknown =>
  register
    ? html`${entry(
        t('request.number'),
        t('request.number-of', { ...register, year: String(register.year) }),
        t(register.status === 'annulled' ? 'request.annulled' : 'request.number-help'),
      )}`
    : nothing;

const renderReceived = (panel: Panel, { receivedAt }: Receipt): unknown =>
  isWholeDay(receivedAt)
    ? html`<time datetime=${receivedAt}>${formatDay(Date.parse(receivedAt), panel.language)}</time>`
    : renderMoment(panel, receivedAt);

/** What may be taken away: a PDF of a request, and the page that prints well without a script. */
export const renderDocuments = ({ t, language }: Panel, status: ReceiptStatus): TemplateResult => html`
  <p class="actions">
    ${
      status.kind === 'request' && status.register
        ? html`<a class="button outline" href=${addressOf(status, 'pdf', language)} rel="noreferrer"
            >${t('request.pdf')}</a
          >`
        : nothing
    }
    <a class="button plain" href=${addressOf(status, '', language)} rel="noreferrer">${t('request.page')}</a>
  </p>
`;

/** The receipt itself: what arrived, when, under which number and code. */
export const renderReceipt = (panel: ReceiptPanel, status: ReceiptStatus): TemplateResult => {
  const { t } = panel;
  const { receiptCode } = status;
  return html`
    <div class="box receipt" part="receipt">
      ${renderHeading(panel.level + 1, inLanguage(panel, status.title, status.language), { target: true })}
      <p>
        ${t(status.kind !== 'request' ? 'request.survey-received' : status.isFormal ? 'request.formal' : 'request.informal')}
      </p>
      <dl>
        ${renderNumber(panel, status)} ${entry(t('request.received'), renderReceived(panel, status))}
        ${status.kind === 'request' ? entry(t('request.subject'), html`<bdi lang="it">${status.subject}</bdi>`) : nothing}
        ${entry(
          t('request.code'),
          html`<code>${codeGroups(receiptCode).map((group) => html`<span>${group}</span>`)}</code>`,
          t('request.code-keep'),
        )}
        ${entry(t('request.hash'), html`<code class="hash">${status.contentHash}</code>`)}
      </dl>
      <p class="actions">
        <button type="button" class="button outline" @click=${() => void panel.copy(receiptCode)}>
          ${t('request.copy')}
        </button>
      </p>
      ${renderDocuments(panel, status)}
    </div>
  `;
};

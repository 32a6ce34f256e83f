import type { Receipt, ReceiptStatus } from '@cmto/contract';
import { formatDay } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import { codeGroups } from '../model/receipt-code.ts';
import type { ReceiptController } from '../receipt-controller.ts';
import { entry, renderMoment, type Panel } from '../views/panel.ts';
import { renderDocuments, renderNumber } from '../views/receipt-parts.ts';

/** What the receipt needs of the tag around it. */
export interface ReceiptPanel extends Panel {
  readonly receipt: ReceiptController;
  announce(words: string, isNews: boolean): void;
}

/** Whether an instant is midnight in Rome: all that is known of an anonymous answer is its day. */
const isWholeDay = (instant: string): boolean =>
  new Intl.DateTimeFormat('it', { timeStyle: 'medium', timeZone: 'Europe/Rome' }).format(Date.parse(instant)) ===
  '00:00:00';

const renderReceived = (panel: Panel, { receivedAt }: Receipt): unknown =>
  isWholeDay(receivedAt)
    ? html`<time datetime=${receivedAt}>${formatDay(Date.parse(receivedAt), panel.language)}</time>`
    : renderMoment(panel, receivedAt);

/** Never rejects: where the clipboard is out of reach, the person is told. */
const copy = async (panel: ReceiptPanel, code: string): Promise<void> => {
  try {
    await (await panel.receipt.services!.platform.device()).copy(code);
    panel.announce(panel.t('request.copied'), true);
  } catch {
    panel.announce(panel.t('request.copy-failed'), true);
  }
};

/** What arrived, when, under which number and code, and how it can be taken away. */
export const renderReceiptFacts = (panel: ReceiptPanel, status: ReceiptStatus): TemplateResult => {
  const { t } = panel;
  const { receiptCode } = status;
  return html`<dl>
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
      <button type="button" class="button outline" @click=${() => void copy(panel, receiptCode)}>
        ${t('request.copy')}
      </button>
    </p>
    ${renderDocuments(panel, status)}`;
};

import type { ReceiptStatus } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import { html, type TemplateResult } from 'lit-html';
import { inLanguage } from '../views/panel.ts';
import { type ReceiptPanel, renderReceiptFacts } from './receipt-facts-view.ts';

const received = ({ kind, ...status }: ReceiptStatus): string => {
  if (kind !== 'request') return kind === 'contribution' ? 'request.contribution-received' : 'request.survey-received';
  return 'isFormal' in status && status.isFormal ? 'request.formal' : 'request.informal';
};

/** The receipt itself. */
export const renderReceipt = (panel: ReceiptPanel, status: ReceiptStatus): TemplateResult => html`
  <div class="box receipt" part="receipt">
    ${renderHeading(panel.level + 1, inLanguage(panel, status.title, status.language), { target: true })}
    <p>${panel.t(received(status))}</p>
    ${renderReceiptFacts(panel, status)}
  </div>
`;

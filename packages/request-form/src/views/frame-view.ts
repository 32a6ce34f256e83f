import { renderHeading } from '@cmto/core/element/heading';
import { directionOf } from '@cmto/core/i18n/language';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ReceiptStatus } from '@cmto/contract';
import type { ReceiptPhase } from '../model/receipt-phase.ts';
import { type CodePanel, renderCodeForm } from './code-view.ts';
import type { Panel } from './panel.ts';

/** What every tag that opens a receipt shows around it. */
export interface FramePanel extends Panel, CodePanel {
  readonly titleKey: string;
  readonly hideTitle: boolean;
  readonly announcement: string;
  readonly isNews: boolean;
  readonly phase: ReceiptPhase;
  retry(): void;
  close(): void;
  renderStatus(status: ReceiptStatus): unknown;
}

const renderMessage = (title: string, help: string, retry?: TemplateResult): TemplateResult => html`
  <div class="box message" part="message">
    <p class="message-title">${title}</p>
    <p>${help}</p>
    ${retry ?? nothing}
  </div>
`;

const renderPhase = (panel: FramePanel): unknown => {
  const { t, phase } = panel;
  switch (phase.name) {
    case 'asking':
      return renderCodeForm(panel, phase.fault);
    case 'loading':
      return html`<p class="loading">${t('request.loading')}</p>`;
    case 'no-api':
      return renderMessage(t('request.no-api'), t('request.no-api-help'));
    case 'unavailable':
      return renderMessage(
        t('request.unavailable'),
        t('request.unavailable-help'),
        html`<p class="actions">
          <button type="button" class="button" @click=${() => panel.retry()}>${t('request.retry')}</button>
          <button type="button" class="button plain" @click=${() => panel.close()}>${t('request.other')}</button>
        </p>`,
      );
    default:
      return html`
        ${phase.isOld ? html`<p class="warning">${t('request.old')}</p>` : nothing} ${panel.renderStatus(phase.status)}
        <p class="actions">
          <button type="button" class="button plain" @click=${() => panel.close()}>${t('request.other')}</button>
        </p>
      `;
  }
};

/** One root, the phase in it, and the one polite live region, there from the start. */
export const renderFrame = (panel: FramePanel): TemplateResult => html`
  <section
    class="request"
    part="base"
    lang=${panel.language}
    dir=${directionOf(panel.language)}
    aria-label=${panel.t(panel.titleKey)}
    aria-busy=${panel.phase.name === 'loading' ? 'true' : nothing}
  >
    ${panel.hideTitle ? nothing : renderHeading(panel.level, panel.t(panel.titleKey), { part: 'title' })}
    <div class=${panel.isNews ? 'news' : 'sr'} role="status">${panel.announcement}</div>
    ${renderPhase(panel)}
  </section>
`;

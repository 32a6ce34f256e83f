import type { SentMessage } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import type { Entry } from '@cmto/core/storage/entry';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Panel } from '../views/panel.ts';

/** What has not left the device, for whoever shows it. */
export interface WaitingPanel extends Panel {
  readonly waiting: readonly Entry[];
  readonly isDurable: boolean;
  /** What a message of this kind is called. */
  nameOf(kind: SentMessage['kind']): string;
  again(): Promise<void>;
  discard(entry: Entry): Promise<void>;
}

/** Whether a message of this kind is on its way: another press is not another one. */
export const isWaiting = ({ waiting }: Pick<WaitingPanel, 'waiting'>, kind: SentMessage['kind']): boolean =>
  waiting.some(({ message, state }) => state === 'queued' && message?.kind === kind);

const renderWaitingEntry = (panel: WaitingPanel, entry: Entry): TemplateResult => {
  const { t } = panel;
  const { message, problem, attachments } = entry;
  const isRefused = entry.state === 'attention';
  return html`<li>
    <p><strong>${panel.nameOf(message!.kind)}</strong></p>
    ${isRefused ? html`<p class="error">${t(`problem.${problem?.code ?? ''}`)}</p>` : nothing}
    ${isRefused && message!.text ? html`<p>${t('request.refused')}</p>` : nothing}
    ${message!.text ? html`<p class="lines" dir="auto">${message!.text}</p>` : nothing}
    ${attachments.map(({ name }) => html`<p><bdi>${name}</bdi></p>`)}
    <button type="button" class="button plain" @click=${() => void panel.discard(entry)}>
      ${t('request.waiting-discard')}
    </button>
  </li>`;
};

/** What has not left the device, in words that are true, and what can be done about it. */
export const renderWaiting = (panel: WaitingPanel): unknown => {
  const { t, waiting } = panel;
  if (waiting.length === 0) return nothing;
  return html`<div class="box queued" part="waiting">
    ${renderHeading(panel.level + 2, t('request.waiting'))}
    <p>${t(panel.isDurable ? 'request.waiting-kept' : 'request.waiting-memory')}</p>
    <ul class="here">
      ${waiting.map((entry) => renderWaitingEntry(panel, entry))}
    </ul>
    <p class="actions">
      <button type="button" class="button" @click=${() => void panel.again()}>${t('request.waiting-now')}</button>
    </p>
  </div>`;
};

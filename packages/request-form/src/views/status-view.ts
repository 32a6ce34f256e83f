import type { RequestStatus } from '@cmto/contract';
import { boxedMessage } from '@cmto/contract/rules/said-once';
import { renderHeading } from '@cmto/core/element/heading';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isOpen, maySend } from '../model/may-send.ts';
import type { Sending } from '../sending/sending.ts';
import { entry, inLanguage, lastDay, type Panel, renderLastDay, renderMoment } from './panel.ts';
import { renderProcedure } from './procedure-view.ts';
import { renderDocuments, renderNumber } from './receipt-parts.ts';
import { renderFiles, renderMessages, renderTimeline } from './timeline-view.ts';

/** What the view needs of the tag around it. */
export interface StatusPanel extends Panel {
  /** Undefined until its code is here. */
  readonly sending:
    Pick<Sending, 'renderWaiting' | 'renderConfirm' | 'renderAddition' | 'renderMore' | 'renderLeaving'> | undefined;
  /** Its code could not be had just now. */
  readonly sendingMissing: boolean;
}

/** Where it is, what comes next, and by when: what a person opens the page for. */
const renderState = (panel: Panel, status: RequestStatus): TemplateResult => {
  const { t, level } = panel;
  const { state, procedure, official } = status;
  return html`<div class="box state ${state}" part="state">
    ${renderHeading(level + 1, inLanguage(panel, status.title, status.language), { target: true })}
    <p class="now"><strong>${t(`request.state-${state}`)}</strong> ${t(`request.next-${state}`)}</p>
    <dl>
      ${
        procedure.deadline && isOpen(status)
          ? entry(t('request.deadline'), renderLastDay(panel, procedure.deadline))
          : nothing
      }
      ${procedure.suspendedAt && isOpen(status) ? entry(t('request.suspended'), renderMoment(panel, procedure.suspendedAt)) : nothing}
      ${renderNumber(panel, status)}
      ${official ? entry(t('request.official'), t('request.official-short', { ...official })) : nothing}
      ${entry(t('request.subject'), html`<bdi lang="it">${status.subject}</bdi>`)}
    </dl>
    <p class="help">${t(status.isFormal ? 'request.formal' : 'request.informal')}</p>
  </div>`;
};

/** Files of the message that stands in a box. */
const renderBoxed = (panel: Panel, status: RequestStatus): unknown =>
  renderFiles(panel, status, boxedMessage(status)?.attachments ?? []);

const renderOutcome = (panel: Panel, status: RequestStatus): unknown => {
  const { t, level } = panel;
  const { outcome } = status;
  return outcome
    ? html`<div class="box" part="outcome">
        ${renderHeading(level + 2, t('request.outcome'))}
        <p><strong>${t(`request.outcome-${outcome.kind}`)}</strong></p>
        <p class="lines" dir="auto">${outcome.reasons}</p>
        ${renderBoxed(panel, status)}
      </div>`
    : nothing;
};

/** What the office waits for, and the way to give it. */
const renderAsked = (panel: StatusPanel, status: RequestStatus): unknown => {
  const { asked, state } = status;
  const { t, level, language, sending, sendingMissing } = panel;
  if (!maySend('addition', state)) return nothing;
  if (!asked) return sending?.renderMore();
  return html`<div class="box asked" part="asked">
    ${renderHeading(level + 2, t('request.asked'))}
    <p class="lines" dir="auto">${asked.text}</p>
    ${renderBoxed(panel, status)}
    ${asked.dueAt ? html`<p>${t('request.asked-due', { day: lastDay(asked.dueAt, language) })}</p>` : nothing}
    ${sending?.renderAddition() ?? (sendingMissing ? nothing : html`<p class="loading">${t('request.loading')}</p>`)}
  </div>`;
};

/** A request as its applicant follows it. */
export const renderRequestStatus = (panel: StatusPanel, status: RequestStatus): TemplateResult => html`
  ${renderState(panel, status)}
  ${panel.sendingMissing ? html`<p class="warning">${panel.t('request.sending-missing')}</p>` : nothing}
  ${panel.sending?.renderWaiting()} ${panel.sending?.renderConfirm(status)} ${renderOutcome(panel, status)}
  ${renderAsked(panel, status)} ${renderTimeline(panel, status)} ${renderMessages(panel, status)}
  ${
    status.attachments.length > 0
      ? html`<section>
          ${renderHeading(panel.level + 2, panel.t('request.attachments'))}
          ${renderFiles(panel, status, status.attachments)}
        </section>`
      : nothing
  }
  ${renderProcedure(panel, status)} ${renderDocuments(panel, status)} ${panel.sending?.renderLeaving(status)}
`;

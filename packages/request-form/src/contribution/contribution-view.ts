import type { ContributionStatus } from '@cmto/contract';
import { renderHeading } from '@cmto/core/element/heading';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type ReceiptPanel, renderReceiptFacts } from '../receipt/receipt-facts-view.ts';
import { type AskPanel, renderAsk } from '../sending/ask-view.ts';
import { isWaiting, renderWaiting, type WaitingPanel } from '../sending/waiting-view.ts';
import { entry, inLanguage, type Panel, renderMoment } from '../views/panel.ts';

/** What the view needs of the tag around it. */
export interface ContributionPanel extends ReceiptPanel, AskPanel, WaitingPanel {}

/** Whether it is published, and what comes next: what its author opens the page for. */
const renderState = (panel: ContributionPanel, status: ContributionStatus): TemplateResult => {
  const { t, level } = panel;
  const { state, section, contribution, agreements, answer } = status;
  const next = state === 'published' && answer ? 'answered' : state;
  return html`<div class="box state ${state}" part="state">
    ${renderHeading(level + 1, inLanguage(panel, status.title, status.language), { target: true })}
    <p class="now"><strong>${t(`contribution.state-${state}`)}</strong> ${t(`contribution.next-${next}`)}</p>
    <dl>
      ${section === undefined ? nothing : entry(t('contribution.section'), html`<bdi>${section}</bdi>`)}
      ${entry(t('contribution.agreements'), String(agreements), t('contribution.agreements-help'))}
      ${entry(t('contribution.id'), html`<code>${contribution}</code>`, t('contribution.id-help'))}
    </dl>
  </div>`;
};

const renderRefusal = (panel: ContributionPanel, status: ContributionStatus): unknown => {
  const { t, level } = panel;
  const { refusal, mayAppeal } = status;
  if (!refusal) return nothing;
  return html`<div class="box asked" part="refusal">
    ${renderHeading(level + 2, t('contribution.refusal'))}
    <p><strong>${inLanguage(panel, refusal.label, status.language)}</strong></p>
    ${refusal.note === undefined ? nothing : html`<p class="lines" dir="auto">${refusal.note}</p>`}
    ${
      mayAppeal && !isWaiting(panel, 'appeal')
        ? renderAsk(panel, {
            kind: 'appeal',
            words: 'contribution.appeal',
            why: 'contribution.appeal-why',
            missing: 'contribution.appeal-missing',
          })
        : nothing
    }
  </div>`;
};

const renderAnswer = (panel: Panel, { answer }: ContributionStatus): unknown => {
  const { t, level } = panel;
  if (!answer) return nothing;
  return html`<div class="box closed" part="outcome">
    ${renderHeading(level + 2, t('contribution.answer'))}
    <p><strong>${t(`contribution.outcome-${answer.outcome}`)}</strong> ${renderMoment(panel, answer.at)}</p>
    <p class="lines" dir="auto">${answer.text}</p>
    ${
      answer.url === undefined
        ? nothing
        : html`<p><a href=${answer.url} rel="noreferrer">${t('contribution.new-text')}</a></p>`
    }
  </div>`;
};

const renderUses = ({ t, level }: Panel, { usedIn }: ContributionStatus): unknown =>
  usedIn.length === 0
    ? nothing
    : html`<section>
        ${renderHeading(level + 2, t('contribution.used'))}
        <ul>
          ${usedIn.map(({ title, url }) => html`<li><a href=${url} rel="noreferrer" dir="auto">${title}</a></li>`)}
        </ul>
      </section>`;

/** What has happened, in order; the office's words are in their own boxes, the author's here. */
const renderHistory = (panel: Panel, { timeline }: ContributionStatus): unknown =>
  timeline.length === 0
    ? nothing
    : html`<section>
        ${renderHeading(panel.level + 2, panel.t('contribution.history'))}
        <ol class="timeline" part="timeline">
          ${timeline.map(
            ({ at, event, note }) =>
              html`<li>
                <strong>${panel.t(`contribution.event-${event}`)}</strong> ${renderMoment(panel, at)}
                ${note === undefined ? nothing : html`<p class="lines" dir="auto">${note}</p>`}
              </li>`,
          )}
        </ol>
      </section>`;

/** Withdrawing, and asking for erasure: set apart, for they cannot be taken back. */
const renderLeaving = (panel: ContributionPanel, { state, messages }: ContributionStatus): TemplateResult => {
  const { t } = panel;
  const asked = messages.find(({ kind }) => kind === 'erasure');
  return html`${
    state === 'withdrawn' || isWaiting(panel, 'withdrawal')
      ? nothing
      : renderAsk(panel, { kind: 'withdrawal', words: 'contribution.withdraw', why: 'request.withdraw-why' })
  }
  ${asked ? html`<p class="help">${t('contribution.erase-asked')} ${renderMoment(panel, asked.at)}</p>` : nothing}
  ${
    asked || isWaiting(panel, 'erasure')
      ? nothing
      : renderAsk(panel, { kind: 'erasure', words: 'contribution.erase', why: 'request.withdraw-why' })
  }`;
};

/** A contribution as its author follows it. */
export const renderContribution = (panel: ContributionPanel, status: ContributionStatus): TemplateResult => html`
  ${renderState(panel, status)} ${renderWaiting(panel)} ${renderAnswer(panel, status)} ${renderRefusal(panel, status)}
  ${renderUses(panel, status)} ${renderHistory(panel, status)}
  <div class="box receipt" part="receipt">
    ${renderHeading(panel.level + 2, panel.t('contribution.receipt'))} ${renderReceiptFacts(panel, status)}
  </div>
  ${renderLeaving(panel, status)}
`;

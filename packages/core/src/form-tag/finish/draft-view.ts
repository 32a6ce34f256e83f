import { html, nothing, type TemplateResult } from 'lit-html';
import { focusHeading } from './focus.ts';
import { formatMoment, formatTime } from '../../i18n/dates.ts';
import { showIssues } from './errors.ts';
import type { Finish } from './finish.ts';

const savedLine = ({ survey, drafts }: Finish): unknown => {
  const { t, code } = survey.language;
  const { saveState, store, resumedFrom } = drafts;
  if (saveState?.status === 'failed') return html`<p class="warning">${t('form.save-failed')}</p>`;
  if (store && !store.durable) return html`<p class="warning">${t('form.not-kept')}</p>`;
  if (saveState?.status === 'saved')
    return html`<p class="saved">${t('form.saved', { time: formatTime(saveState.at, code) })}</p>`;
  if (resumedFrom) return html`<p class="saved">${t('form.resumed', { when: formatMoment(resumedFrom, code) })}</p>`;
  return nothing;
};

/** Whoever must keep the page open is not told to go on without a network in the same breath. */
const offlineLine = ({ survey, drafts, offlineReady }: Finish): unknown =>
  offlineReady && drafts.saveState?.status !== 'failed'
    ? html`<p class="offline-ready">${survey.language.t('form.offline-ready')}</p>`
    : nothing;

/** Deleting is asked about once more, in place: a dialog of the browser would be blocked inside a frame. */
export const renderDelete = (finish: Finish): TemplateResult => {
  const { survey } = finish;
  const { t } = survey.language;
  const close = (event: Event): void => {
    if (event.currentTarget instanceof Element) event.currentTarget.closest('details')?.removeAttribute('open');
  };
  const discard = async (): Promise<void> => {
    const asking = survey.phase.name === 'ready';
    finish.trouble = undefined;
    let isDeleted = false;
    try {
      isDeleted = await finish.submission.discard();
    } catch {
      return finish.tellTrouble('form.device-failed');
    }
    if (!isDeleted) return focusHeading(survey);
    // What was refused may be refused again: the survey is asked for anew.
    if (!asking) return finish.startAnew();
    finish.summary = showIssues(finish, []);
    survey.announce(t('form.deleted'));
    focusHeading(survey);
  };
  return html`
    <details class="delete">
      <summary>${t('form.delete')}</summary>
      <p>${t('form.delete-ask')}</p>
      <button type="button" class="button outline" @click=${() => void discard()}>${t('form.delete-yes')}</button>
      <button type="button" class="button plain" @click=${close}>${t('form.delete-no')}</button>
    </details>
  `;
};

/** What was asked for and could not be done. */
export const renderTrouble = ({ survey, trouble }: Finish): TemplateResult | typeof nothing =>
  trouble ? html`<p class="warning">${survey.language.t(trouble)}</p>` : nothing;

/** Where the answers are now, in words that are true. Not a live region: saving happens at every letter. */
export const renderDraftLine = (finish: Finish): TemplateResult => {
  const { survey, drafts } = finish;
  const kept = drafts.saveState !== undefined || drafts.resumedFrom !== undefined;
  return html`
    <div class="draft">
      ${renderTrouble(finish)}
      ${drafts.others.news ? html`<p class="warning">${survey.language.t(`form.${drafts.others.news}`)}</p>` : nothing}
      ${drafts.others.isMissing ? html`<p class="warning">${survey.language.t('form.missing')}</p>` : nothing}
      ${drafts.others.haveSent ? html`<p class="warning">${survey.language.t('form.sent-elsewhere')}</p>` : nothing}
      ${drafts.others.isApart ? html`<p class="warning">${survey.language.t('form.other-version')}</p>` : nothing}
      ${drafts.others.files ? html`<p class="warning">${survey.language.t(`form.${drafts.others.files}`)}</p>` : nothing}
      ${drafts.others.haveWritten ? html`<p class="saved">${survey.language.t('form.merged')}</p>` : nothing}
      ${savedLine(finish)} ${offlineLine(finish)} ${kept ? renderDelete(finish) : nothing}
    </div>
  `;
};

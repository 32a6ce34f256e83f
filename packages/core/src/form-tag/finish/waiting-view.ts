import { html } from 'lit-html';
import type { Finish } from './finish.ts';
import { renderKept, renderKeptFirst } from './kept.ts';
import { renderDelivered } from './notice-view.ts';
import { unreachableWords } from './unreachable.ts';

/** A draft begun on this page or before is on the device, as far as is known. */
const isDraftSafe = ({ drafts, survey }: Finish): boolean => drafts.store?.durable ?? !survey.host.sharedDevice;

/** Where an answer is that was sent from here: what is said of it is so at every moment. */
const renderSent = (finish: Finish): unknown => {
  const { t } = finish.survey.language;
  const { state } = finish.drafts.entry ?? {};
  if (state === 'queued') return html`<p>${t('form.waiting')}</p>`;
  return state === 'attention' ? html`<p>${t('form.attention')}</p>` : renderDelivered(finish);
};

/** What a page that cannot show the questions can still say. */
export const renderWaiting = (finish: Finish): unknown => {
  const { survey } = finish;
  const { t } = survey.language;
  return [
    renderKeptFirst(finish),
    html`<p>${t('form.unavailable-help')} ${isDraftSafe(finish) ? t('form.unavailable-draft') : undefined}</p>`,
    renderSent(finish),
    html`<p class="help">${unreachableWords(survey)}</p>`,
    renderKept(finish),
  ];
};

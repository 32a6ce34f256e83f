import { html } from 'lit-html';
import type { Finish } from './finish.ts';
import { renderKept, renderKeptFirst } from './kept.ts';
import { unreachableWords } from './unreachable.ts';

/** A draft begun on this page or before is on the device, as far as is known. */
const isDraftSafe = ({ drafts, survey }: Finish): boolean => drafts.store?.durable ?? !survey.host.sharedDevice;

/** What a page that cannot show the questions can still say. */
export const renderWaiting = (finish: Finish): unknown => {
  const { drafts, survey } = finish;
  const { t } = survey.language;
  return [
    renderKeptFirst(finish),
    html`<p>${t('form.unavailable-help')} ${isDraftSafe(finish) ? t('form.unavailable-draft') : undefined}</p>`,
    drafts.entry?.state === 'queued' ? html`<p>${t('form.waiting')}</p>` : undefined,
    html`<p class="help">${unreachableWords(survey)}</p>`,
    renderKept(finish),
  ];
};

import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { isFiltered } from '../model/filter.ts';
import type { PagesController } from '../pages-controller.ts';
import type { PublishedController } from '../published-controller.ts';
import { renderContribution } from './contribution-view.ts';
import { wordsOf } from './panel.ts';

const renderMissing = (published: PublishedController, list: PagesController): TemplateResult => {
  const { t } = wordsOf(published);
  return html`<div class="notice" part="message">
    <p><strong>${t('published.failed')}</strong></p>
    <p>${t('published.failed-help')}</p>
    <button type="button" class="button outline" @click=${() => void list.retry()}>${t('published.retry')}</button>
  </div>`;
};

const renderMore = (published: PublishedController, list: PagesController): unknown => {
  const { t } = wordsOf(published);
  const { phase, next } = list.pages;
  if (phase === 'shown' && next === undefined) return nothing;
  return html`${phase === 'stopped' ? html`<p class="warning">${t('published.stopped')}</p>` : nothing}
    <p>
      <button
        type="button"
        class="button outline"
        aria-disabled=${String(phase === 'more')}
        @click=${() => void published.more(list)}
      >
        ${t(phase === 'more' ? 'published.loading' : phase === 'stopped' ? 'published.retry' : 'published.more')}
      </button>
    </p>`;
};

/** One list, as far as it has been asked for, in every state it can be in. */
export const renderPages = (published: PublishedController, list: PagesController, level: number): unknown => {
  const { t } = wordsOf(published);
  const { phase, contributions } = list.pages;
  if (phase === 'idle') return nothing;
  if (phase === 'loading') return html`<p class="loading">${t('published.loading')}</p>`;
  if (phase === 'failed') return renderMissing(published, list);
  if (contributions.length === 0)
    return html`<p>${t(isFiltered(list.filter) ? 'published.empty' : 'published.none')}</p>`;
  return html`${repeat(
    contributions,
    ({ id }) => id,
    (contribution) => renderContribution(published, contribution, level),
  )}
  ${renderMore(published, list)}`;
};

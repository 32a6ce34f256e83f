import type { Contribution } from '@cmto/contract';
import { html, nothing } from 'lit-html';
import { renderDiff } from '../../word-change/diff-view.ts';
import { changeProposed } from '../model/word-change.ts';
import type { PublishedController } from '../published-controller.ts';
import { wordsOf, written } from './panel.ts';

/** The passage quoted, and the new text proposed for it: before and after, word by word, in words for who does not see it. */
export const renderProposal = (published: PublishedController, contribution: Contribution): unknown => {
  const { t } = wordsOf(published);
  const { quote, proposal } = contribution;
  const change = changeProposed(contribution);
  const quoted = quote
    ? html`<p class="term">${t('published.quote')}</p>
        <blockquote dir="auto">${quote}</blockquote>`
    : nothing;
  if (!proposal) return quoted;
  if (!change)
    return html`${quoted}
      <p class="term">${t('published.proposal')}</p>
      ${written(proposal)}`;
  return html`<p class="term">${t('published.change')}</p>
    <p class="help">${t('published.change-help')}</p>
    ${renderDiff(change, t, 'published')}`;
};

import type { Contribution } from '@cmto/contract';
import { formatDay } from '@cmto/core/i18n/dates';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { PublishedController } from '../published-controller.ts';
import { wordsOf, written } from './panel.ts';

/** What the office says of a contribution: the outcome in words, why, and where the new text is. */
export const renderAnswer = (published: PublishedController, { answer }: Contribution): TemplateResult => {
  const { t, language } = wordsOf(published);
  if (!answer) return html`<p class="help">${t('published.unanswered')}</p>`;
  return html`<div class="answer ${answer.outcome}" part="answer">
    <p class="term">${t('published.answer')}</p>
    <p><strong>${t(`published.outcome-${answer.outcome}`)}</strong></p>
    ${written(answer.text)}
    ${
      answer.url === undefined
        ? nothing
        : html`<p><a href=${answer.url} rel="noreferrer">${t('published.new-text')}</a></p>`
    }
    <p class="help">
      <time datetime=${answer.at}>${t('published.answered', { day: formatDay(Date.parse(answer.at), language) })}</time>
    </p>
  </div>`;
};

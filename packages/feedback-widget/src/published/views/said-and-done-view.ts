import { renderHeading } from '@cmto/core/element/heading';
import { html, nothing } from 'lit-html';
import { saidAndDone } from '../model/said-and-done.ts';
import type { PublishedController } from '../published-controller.ts';
import { wordsOf } from './panel.ts';

/** "You said, we did": what was said of a section, or of all, and what became of it. Nothing where nobody said anything. */
export const renderSaidAndDone = (
  published: PublishedController,
  section: string | undefined,
  level: number,
): unknown => {
  const { counts } = published;
  if (!counts) return nothing;
  const { contributions, agreements, answers, unanswered } = saidAndDone(counts, section);
  if (contributions === 0) return nothing;
  const { t } = wordsOf(published);
  const done = answers.map((answer) => ({ key: answer.outcome as string, n: answer.contributions }));
  if (unanswered > 0) done.push({ key: 'unanswered', n: unanswered });
  return html`<div class="said-and-done" part="said-and-done">
    ${renderHeading(level, t('published.said-and-done'))}
    <dl>
      <div>
        <dt>${t('published.said')}</dt>
        <dd>${t('published.said-count', { n: contributions })}</dd>
        ${agreements === 0 ? nothing : html`<dd>${t('published.agreements', { n: agreements })}</dd>`}
      </div>
      <div>
        <dt>${t('published.done')}</dt>
        ${done.map(({ key, n }) => html`<dd>${t(`published.done-${key}`, { n })}</dd> `)}
      </div>
    </dl>
  </div>`;
};

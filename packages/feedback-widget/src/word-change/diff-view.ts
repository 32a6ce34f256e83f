import type { Translate } from '@cmto/core/i18n/translate';
import type { DiffPart } from '@cmto/documents/word-diff';
import { html, type TemplateResult } from 'lit-html';

/**
 * A text with what goes and what comes, word by word. Colours and lines are for the eye; for the ear the words
 * `removed`, `added` and `change-end` of these texts stand around each change.
 */
export const renderDiff = (
  parts: readonly DiffPart[],
  t: Translate,
  words: 'feedback' | 'published',
): TemplateResult => {
  const end = html`<span class="sr"> ${t(`${words}.change-end`)} </span>`;
  return html`<p class="diff" dir="auto">
    ${parts.map(({ kind, text }) => {
      if (kind === 'same') return text;
      return kind === 'removed'
        ? html`<del><span class="sr"> ${t(`${words}.removed`)} </span>${text}${end}</del>`
        : html`<ins><span class="sr"> ${t(`${words}.added`)} </span>${text}${end}</ins>`;
    })}
  </p>`;
};

import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { showAnswer } from '@cmto/core/form/show-answer';
import { diffWords } from '@cmto/documents/word-diff';
import { html, nothing, type TemplateResult } from 'lit-html';
import { renderDiff } from '../../word-change/diff-view.ts';

/** The proposal of new text beside the passage quoted: word by word, what goes and what comes. */
export const renderChange = (
  { survey: form }: Finish,
  quote: string | undefined,
  field: string | undefined,
  proposal: string | undefined,
): TemplateResult | typeof nothing => {
  const { t } = form.language;
  const state = form.session?.state;
  if (!quote || field === undefined || !state?.isVisible(field)) return nothing;
  if (proposal === undefined) {
    return html`<p>
      <button type="button" class="button outline" @click=${() => showAnswer(form.session!, field, quote)}>
        ${t('feedback.start-from-quote')}
      </button>
    </p>`;
  }
  return html`<div class="change" role="group" aria-labelledby="change">
    <p id="change"><strong>${t('feedback.change')}</strong></p>
    ${proposal.trim() === quote ? html`<p>${t('feedback.unchanged')}</p>` : renderDiff(diffWords(quote, proposal.trim()), t, 'feedback')}
  </div>`;
};

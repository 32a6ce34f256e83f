import { html, type TemplateResult } from 'lit-html';
import type { Step } from '../model/phase.ts';
import { progressOf } from '../model/progress.ts';
import type { FormController } from '../form-controller.ts';

/** "Step 2 of 7" in words, and the names of all steps where there is room for them. */
export const renderSteps = (survey: FormController, step: Step): TemplateResult => {
  const session = survey.session!;
  const { t } = survey.language;
  const progress = progressOf(session.state.pages, step);
  const names = [...session.state.pages.map((page) => session.text.text(page.title)), t('form.review')];
  return html`
    <p class="step-count">${t('form.step', { ...progress })}</p>
    <ol class="steps" part="steps" aria-label=${t('form.steps')}>
      ${names.map((name, index) => {
        const place = index + 1 - progress.current;
        return html`<li
          class=${place < 0 ? 'done' : place > 0 ? 'next' : 'now'}
          aria-current=${place === 0 ? 'step' : 'false'}
        >
          <span class="step-name">${name}</span>
          ${place < 0 ? html`<span class="sr">(${t('form.step-done')})</span>` : ''}
        </li>`;
      })}
    </ol>
  `;
};

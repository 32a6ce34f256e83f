import { html, nothing, type TemplateResult } from 'lit-html';
import type { FormController } from '../form-controller.ts';
import { renderForm } from './form-view.ts';
import { renderHeader } from './header-view.ts';

/** How the page wants the widget's headings. */
export interface Outline {
  readonly level: number;
  readonly hideTitle: boolean;
}

/** The server does not answer: said here, for no other code may be had now. */
const renderUnavailable = (survey: FormController): TemplateResult => {
  const { t } = survey.language;
  return html`<div class="message" part="message">
    <p class="message-title">${t('form.unavailable')}</p>
    ${survey.finish?.renderWaiting()}
    <button type="button" class="button" @click=${() => void survey.start(survey.services!)}>${t('form.retry')}</button>
  </div>`;
};

const renderPhase = (survey: FormController, outline: Outline): unknown => {
  const { phase, finish } = survey;
  if (phase.name === 'ready' && phase.step.kind === 'page') return renderForm(survey, phase.step.page, outline);
  if (phase.name === 'unavailable') return renderUnavailable(survey);
  if (phase.name === 'loading' || phase.name === 'idle' || !finish) {
    return html`<p class="loading">${survey.language.t('form.loading')}</p>`;
  }
  return finish.renderPhase(phase, outline);
};

/**
 * The whole widget: one root element, the phase in it, and the one polite live region, there from the start. What it
 * says before the later code is there can be seen, too: nothing else could say that this code is missing.
 */
export const renderTag = (survey: FormController, outline: Outline): TemplateResult => {
  const { code, direction } = survey.language;
  const questions = renderPhase(survey, outline);
  return html`<section
    class="survey"
    part="base"
    lang=${code}
    dir=${direction}
    aria-labelledby=${survey.survey && !outline.hideTitle ? 'title' : nothing}
    aria-busy=${survey.phase.name === 'loading' ? 'true' : nothing}
  >
    ${survey.survey ? renderHeader(survey, survey.survey, outline) : nothing}${survey.kind.renderAround?.(survey, outline, questions) ?? questions}
    <div class=${survey.finish ? 'sr' : ''} role="status">${survey.announcement}</div>
  </section>`;
};

import type { Survey } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { SurveyController } from '../survey-controller.ts';
import { renderHeading } from '@cmto/core/element/heading';
import type { Outline } from './survey-view.ts';

/** Summed up at once; the notice itself, still closed, comes with the later code. */
const renderPrivacy = (survey: SurveyController, { attribution }: Survey): TemplateResult => {
  const { t } = survey.language;
  const kind = attribution === 'anonymous' ? 'survey.anonymous' : 'survey.confidential';
  return html`<details class="privacy">
    <summary>${t(kind)}. ${t('survey.privacy')}</summary>
    ${survey.finish?.renderPrivacy()}
  </details>`;
};

const isFirst = ({ phase, session }: SurveyController): boolean =>
  phase.name === 'ready' && phase.step.kind === 'page' && phase.step.page.id === session?.state.pages[0]?.id;

/** Title, and on the first page also what a person wants to know before starting. */
export const renderHeader = (survey: SurveyController, definition: Survey, outline: Outline): TemplateResult => {
  const { language } = survey;
  const { t } = language;
  const text = language.text(definition, survey.session?.state);
  const { minutes, closesAt } = definition;
  return html`
    <header class="header">
      ${definition.languages.length > 1 ? html`<div class="languages">${survey.finish?.renderLanguages()}</div>` : nothing}
      ${outline.hideTitle ? nothing : renderHeading(outline.level, text.text(definition.title), { part: 'title', id: 'title' })}
      ${
        isFirst(survey)
          ? html`
              ${definition.intro ? html`<div class="intro">${text.rich(definition.intro)}</div>` : nothing}
              <p class="facts">
                ${minutes ? html`<span>${t('survey.minutes', { n: minutes })}.</span>` : nothing}
                ${closesAt ? html`<span class="closes">${survey.finish?.renderDeadline(closesAt)}</span>` : nothing}
              </p>
              ${renderPrivacy(survey, definition)}
            `
          : nothing
      }
    </header>
  `;
};

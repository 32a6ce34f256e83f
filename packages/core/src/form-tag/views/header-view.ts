import { html, nothing, type TemplateResult } from 'lit-html';
import type { FormController } from '../form-controller.ts';
import type { Definition } from '../form-kind.ts';
import { renderHeading } from '../../element/heading.ts';
import type { Outline } from './tag-view.ts';

/** Summed up at once; the notice itself, still closed, comes with the later code. */
const renderPrivacy = (survey: FormController, { attribution }: Definition): TemplateResult => {
  const { t } = survey.language;
  const kind = attribution === 'anonymous' ? 'form.anonymous' : 'form.confidential';
  return html`<details class="privacy" ?open=${survey.kind.opensPrivacy}>
    <summary>${t(kind)}. ${t('form.privacy')}</summary>
    ${survey.finish?.renderPrivacy()}
  </details>`;
};

const isFirst = ({ phase, session }: FormController): boolean =>
  phase.name === 'ready' && phase.step.kind === 'page' && phase.step.page.id === session?.state.pages[0]?.id;

/** Title, and on the first page also what a person wants to know before starting. */
export const renderHeader = (survey: FormController, definition: Definition, outline: Outline): TemplateResult => {
  const { language } = survey;
  const { t } = language;
  const text = language.text(definition, survey.session?.state);
  const { minutes, closesAt } = definition;
  return html`
    <header class="header">
      ${definition.languages.length > 1 ? html`<div class="languages">${survey.finish?.renderLanguages()}</div>` : nothing}
      ${outline.hideTitle ? nothing : renderHeading(outline.level, text.text(definition.title), { part: 'title', id: 'title' })}
      ${
        isFirst(survey) || survey.kind.isInFull?.(survey)
          ? html`
              ${definition.intro ? html`<div class="intro">${text.rich(definition.intro)}</div>` : nothing}
              <p class="facts">
                ${minutes ? html`<span>${t('form.minutes', { n: minutes })}.</span>` : nothing}
                ${closesAt ? html`<span class="closes">${survey.finish?.renderDeadline(closesAt)}</span>` : nothing}
              </p>
              ${renderPrivacy(survey, definition)}
            `
          : nothing
      }
      ${survey.kind.renderAside?.(survey, outline)}
    </header>
  `;
};

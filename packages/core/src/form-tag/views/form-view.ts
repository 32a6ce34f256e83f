import type { Page } from '@cmto/contract';
import { own } from '@cmto/contract/rules/own';
import { html, nothing, type TemplateResult } from 'lit-html';
import { hasReview, stepAfter } from '../model/progress.ts';
import type { FormController } from '../form-controller.ts';
import { renderHeading } from '../../element/heading.ts';
import { renderSteps } from './steps-view.ts';
import type { Outline } from './tag-view.ts';

/** For programs that fill in every box: no person can reach it, and what it holds never refuses an answer. */
const renderTrap = (): TemplateResult =>
  html`<div class="trap" inert>
    <label>Website <input name="website" autocomplete="off" tabindex="-1" /></label>
  </div>`;

const renderActions = (survey: FormController, page: Page, goOn: (event: Event) => void): TemplateResult => {
  const { t } = survey.language;
  const { pages } = survey.session!.state;
  return html`
    <div class="actions" part="actions">
      ${survey.finish?.renderBack()}
      <button type="submit" class="button" @click=${goOn}>
        ${t(stepAfter(pages, { kind: 'page', page }) ? 'form.next' : 'form.send')}
      </button>
    </div>
  `;
};

const renderPageHead = (survey: FormController, page: Page, outline: Outline): unknown => {
  const { session, language } = survey;
  const several = hasReview(session!.state.pages);
  const text = session!.text;
  return html`
    ${several ? renderSteps(survey, { kind: 'page', page }) : nothing}
    ${
      page.title
        ? renderHeading(outline.level + 1, text.text(page.title), { target: true })
        : several
          ? nothing
          : html`<div tabindex="-1" data-heading></div>`
    }
    ${page.intro ? text.rich(page.intro) : nothing}
    ${
      page.fields.some((field) => own(field, 'required') || own(field, 'requiredIf'))
        ? html`<p class="required-note">${language.t('form.required-note')}</p>`
        : nothing
    }
  `;
};

/** One page of questions. All answers are heard by two listeners on the form, however many questions there are. */
export const renderForm = (survey: FormController, page: Page, outline: Outline): TemplateResult => {
  const session = survey.session!;
  const hear = (event: Event): void => session.readFrom(event);
  // A frame that may not submit forms (`sandbox="allow-scripts"`) hears no `submit`: the button's click is heard first.
  const goOn = (event: Event): void => {
    event.preventDefault();
    void survey.next();
  };
  return html`
    <form novalidate @input=${hear} @change=${hear} @submit=${goOn}>
      ${renderPageHead(survey, page, outline)} ${survey.finish?.renderAbove()}
      ${session.container(page, survey.rendered)}
      ${survey.rendered < page.fields.length ? nothing : renderActions(survey, page, goOn)}
      ${survey.finish?.renderBelow()} ${renderTrap()}
    </form>
  `;
};

import type { Field, Page } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import { renderHeading } from '../../element/heading.ts';
import type { Finish } from './finish.ts';
import { renderSteps } from '../views/steps-view.ts';
import type { Outline } from '../views/tag-view.ts';
import { givenAnswer } from './given-answer.ts';

const renderAnswer = (finish: Finish, field: Field): unknown => {
  const { survey } = finish;
  const session = survey.session!;
  if (field.type === 'note' || !session.state.isVisible(field.id)) return nothing;
  const words = givenAnswer(finish, field);
  return html`
    <div>
      <dt>${session.text.text(field.label)}</dt>
      <dd class=${words === '' ? 'unanswered' : 'answered'}>
        ${words === '' ? survey.language.t('form.unanswered') : words}
      </dd>
    </div>
  `;
};

const renderPage = (finish: Finish, page: Page, outline: Outline): TemplateResult => {
  const { survey } = finish;
  const { t } = survey.language;
  const title = survey.session!.text.words(page.title);
  return html`
    <section class="review-page">
      <div class="review-head">
        ${page.title ? renderHeading(outline.level + 2, survey.session!.text.text(page.title)) : nothing}
        <button
          type="button"
          class="button plain"
          aria-label=${t('form.change-page', { page: title })}
          @click=${() => finish.change(page)}
        >
          ${t('form.change')}
        </button>
      </div>
      <dl>${page.fields.map((field) => renderAnswer(finish, field))}</dl>
    </section>
  `;
};

/** All answers before they are sent, each page with a way back to it. */
export const renderReview = (finish: Finish, outline: Outline): TemplateResult => {
  const { survey } = finish;
  const { t } = survey.language;
  return html`
    <div class="review">
      ${renderSteps(survey, { kind: 'review' })}
      ${renderHeading(outline.level + 1, t('form.review-title'), { target: true })} ${finish.renderAbove()}
      <p>${t('form.review-help')}</p>
      ${survey.session!.state.pages.map((page) => renderPage(finish, page, outline))}
      <div class="actions" part="actions">
        ${finish.renderBack()}
        <button type="button" class="button" @click=${() => void finish.next()}>${t('form.send')}</button>
      </div>
      ${finish.renderBelow()}
    </div>
  `;
};

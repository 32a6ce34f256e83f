import type { ShownIssue } from '../../submission/refused.ts';
import { colonAfter } from '../../text/answer-words.ts';
import { html, type TemplateResult } from 'lit-html';
import type { FormController } from '../form-controller.ts';
import type { Finish } from './finish.ts';
import { focusField } from './focus.ts';
import { wordsOf } from './issue-words.ts';

/** One line of the error summary: what is wrong, and the field to go to. */
export interface SummaryLine {
  readonly path: string;
  readonly issue: ShownIssue;
}

export interface ErrorSummary {
  readonly lines: readonly SummaryLine[];
}

/** The question, and what parts it from the words that follow. */
const renderQuestion = (survey: FormController, path: string): unknown => {
  const { state, text, t } = survey.session!;
  const id = path.split('/')[0]!;
  const field = state.field(id);
  return field && 'label' in field
    ? html`${text.text(field.label)}${colonAfter(text.words(field.label), t('form.colon'))}`
    : html`${id}:`;
};

/** What has to be put right, at the top of the page, each line a way to its field. */
export const renderSummary = ({ survey }: Finish, summary: ErrorSummary): TemplateResult => {
  const { t } = survey.language;
  const follow = (event: Event, path: string): void => {
    // The address of the page is not ours to change.
    event.preventDefault();
    focusField(survey, path);
  };
  return html`
    <div class="summary" part="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">
      <p id="summary-title" class="summary-title">${t('form.errors', { n: summary.lines.length })}</p>
      <ul>
        ${summary.lines.map(
          // The space is part of the words: alone, it would be lost to screen readers.
          ({ path, issue }) =>
            html`<li>
              <a href="#f-${path}" @click=${(event: Event) => follow(event, path)}
                >${renderQuestion(survey, path)}${` ${wordsOf(survey.session!, path, issue)}`}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  `;
};

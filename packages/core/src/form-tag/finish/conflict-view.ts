import type { AnswerValue, Field } from '@cmto/contract';
import type { Conflict } from '../../storage/entry.ts';
import { html, type TemplateResult } from 'lit-html';
import type { Finish } from './finish.ts';
import { inWords } from './given-answer.ts';

const answerIn = (finish: Finish, field: Field | undefined, value: AnswerValue | undefined): string => {
  if (value === undefined) return finish.survey.language.t('form.unanswered');
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  return inWords(finish, field, value);
};

const renderConflict = (finish: Finish, conflict: Conflict, index: number): TemplateResult => {
  const { survey, drafts } = finish;
  const { t } = survey.language;
  const { state, text } = survey.session!;
  const field = state.field(conflict.field);
  const id = `conflict-${index}`;
  return html`
    <div role="group" aria-labelledby=${id}>
      <p id=${id}><strong>${field && 'label' in field ? text.text(field.label) : conflict.field}</strong></p>
      <dl>
        <div>
          <dt>${t('form.conflict-here')}</dt>
          <dd>${answerIn(finish, field, state.raw(conflict.field))}</dd>
        </div>
        <div>
          <dt>${t('form.conflict-there')}</dt>
          <dd>${answerIn(finish, field, conflict.answer)}</dd>
        </div>
      </dl>
      <p class="actions">
        <button type="button" class="button outline" @click=${() => drafts.others.settle(conflict, false)}>
          ${t('form.conflict-keep')}
        </button>
        <button type="button" class="button outline" @click=${() => drafts.others.settle(conflict, true)}>
          ${t('form.conflict-take')}
        </button>
      </p>
    </div>
  `;
};

/** Questions answered in two tabs: both answers, until the person has chosen. Until then nothing is sent. */
export const renderConflicts = (finish: Finish): TemplateResult => html`
  <div class="notice" part="notice">
    <p>${finish.survey.language.t('form.conflict')}</p>
    ${finish.drafts.others.conflicts.map((conflict, index) => renderConflict(finish, conflict, index))}
  </div>
`;

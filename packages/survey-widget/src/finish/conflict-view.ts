import { describeAnswer, type AnswerValue, type Field } from '@cmto/contract';
import type { Conflict } from '@cmto/core/storage/entry';
import { html, type TemplateResult } from 'lit-html';
import { answerWordsIn } from '../answer-words.ts';
import type { Finish } from './finish.ts';

const inWords = ({ survey, drafts }: Finish, field: Field | undefined, value: AnswerValue | undefined): string => {
  const { language } = survey;
  if (value === undefined) return language.t('survey.unanswered');
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  const name = (sha256: string): string => drafts.attachment(sha256)?.name ?? sha256;
  return describeAnswer(field, value, answerWordsIn(language, language.text(survey.survey!), name));
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
          <dt>${t('survey.conflict-here')}</dt>
          <dd>${inWords(finish, field, state.raw(conflict.field))}</dd>
        </div>
        <div>
          <dt>${t('survey.conflict-there')}</dt>
          <dd>${inWords(finish, field, conflict.answer)}</dd>
        </div>
      </dl>
      <p class="actions">
        <button type="button" class="button outline" @click=${() => drafts.others.settle(conflict, false)}>
          ${t('survey.conflict-keep')}
        </button>
        <button type="button" class="button outline" @click=${() => drafts.others.settle(conflict, true)}>
          ${t('survey.conflict-take')}
        </button>
      </p>
    </div>
  `;
};

/** Questions answered in two tabs: both answers, until the person has chosen. Until then nothing is sent. */
export const renderConflicts = (finish: Finish): TemplateResult => html`
  <div class="notice" part="notice">
    <p>${finish.survey.language.t('survey.conflict')}</p>
    ${finish.drafts.others.conflicts.map((conflict, index) => renderConflict(finish, conflict, index))}
  </div>
`;

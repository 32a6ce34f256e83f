import { html, nothing, type TemplateResult } from 'lit-html';
import type { FormPhase } from '../model/phase.ts';
import { downloadAnswers } from './download.ts';
import type { Finish } from './finish.ts';
import { formatDeadline, formatInstant } from './when.ts';

/** Says where the questions would be why there are none, and what can be done; never a blank. */
export const renderMessage = (finish: Finish, { name }: FormPhase): TemplateResult => {
  const { survey, drafts } = finish;
  const { t, code } = survey.language;
  const { opensAt, closesAt } = survey.survey ?? {};
  const when =
    name === 'not-open'
      ? opensAt && formatInstant(opensAt, code, t)
      : name === 'closed' && closesAt && formatDeadline(closesAt, code, t);
  return html`
    <div class="message" part="message">
      <p class="message-title">${t(`form.${name}`)}</p>
      <p>${t(`form.${name}-help`, { slug: survey.host.slug ?? '', when: when || '' })}</p>
      ${
        name === 'closed' && drafts.entry
          ? html`<p>${t('form.closed-draft')}</p>
              <button type="button" class="button outline" @click=${() => downloadAnswers(finish)}>
                ${t('form.save-copy')}
              </button>`
          : nothing
      }
    </div>
  `;
};

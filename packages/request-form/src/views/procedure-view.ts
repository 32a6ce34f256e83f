import type { RequestStatus } from '@cmto/contract';
import { toldSilence } from '@cmto/contract/rules/silence';
import { renderHeading } from '@cmto/core/element/heading';
import { html, nothing } from 'lit-html';
import { isOpen } from '../model/may-send.ts';
import { entry, inLanguage, type Panel } from './panel.ts';

/** What law 241/1990 has an applicant told (art. 8): who answers for it, and what follows if nobody does. */
export const renderProcedure = (panel: Panel, status: RequestStatus): unknown => {
  const { t, level } = panel;
  const { title, unit, officer, contacts, silence, steps = [] } = status.procedure;
  const { email, pec, phone } = contacts;
  const ways = [
    email && html`<a href="mailto:${email}">${email}</a>`,
    pec && html`PEC <a href="mailto:${pec}">${pec}</a>`,
    phone && html`<a href="tel:${phone.replace(/[^\d+]/g, '')}">${phone}</a>`,
  ].filter(Boolean);
  return html`<section>
    ${renderHeading(level + 2, t('request.procedure'))}
    <p>${inLanguage(panel, title, status.language)}</p>
    <dl>
      ${entry(t('request.unit'), inLanguage(panel, unit, status.language))}
      ${entry(t('request.officer'), officer && html`<bdi>${officer}</bdi>`)}
      ${
        ways.length > 0
          ? entry(
              t('request.contacts'),
              ways.map((way) => html`<span class="way">${way}</span>`),
            )
          : nothing
      }
      ${isOpen(status) ? entry(t('request.silence'), t(`request.silence-${toldSilence(silence, status.isFormal)}`)) : nothing}
    </dl>
    ${
      steps.length > 0 && isOpen(status)
        ? html`${renderHeading(level + 3, t('request.steps'))}
            <ol>
              ${steps.map((step) => html`<li>${inLanguage(panel, step, status.language)}</li>`)}
            </ol>`
        : nothing
    }
  </section>`;
};

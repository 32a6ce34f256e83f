import type { FormController } from '@cmto/core/form-tag/form-controller';
import type { Outline } from '@cmto/core/form-tag/views/tag-view';
import { html, nothing, type TemplateResult } from 'lit-html';
import { consultationOf } from '../model/consulted.ts';

const isShown = ({ phase, session, survey }: FormController): boolean =>
  consultationOf(survey)?.document !== undefined ||
  (phase.name === 'ready' && phase.step.kind === 'page' && phase.step.page.id === session?.state.pages[0]?.id);

/** Minutes in whole hours where they are. */
const graceWords = ({ language: { t } }: FormController, minutes: number): string =>
  minutes % 60 === 0 ? t('feedback.grace-hours', { n: minutes / 60 }) : t('feedback.grace-minutes', { n: minutes });

/** What to know before writing: what counts as in time, and by which rules contributions are published. */
export const renderTerms = (form: FormController, outline: Outline): TemplateResult | typeof nothing => {
  const consultation = consultationOf(form.survey)!;
  const { t } = form.language;
  const text = form.language.text(consultation);
  const { moderation, closesAt, graceMinutes, register } = consultation;
  const aside = consultation.document ? nothing : form.finish?.companion?.renderAside?.(outline);
  if (!isShown(form)) return html`${aside}`;
  return html`
    <div class="terms" part="terms">
      ${closesAt && graceMinutes ? html`<p>${graceWords(form, graceMinutes)}</p>` : nothing}
      <details>
        <summary>${t('feedback.rules')}</summary>
        <p>${t(`feedback.published-${moderation.when}`)}</p>
        ${text.rich(moderation.rules)}
        <p>${t('feedback.reasons')}</p>
        <ul>
          ${moderation.reasons.map(({ label }) => html`<li>${text.text(label)}</li>`)}
        </ul>
        ${register ? html`<p>${t('feedback.registered')}</p>` : nothing}
      </details>
    </div>
    ${aside}
  `;
};

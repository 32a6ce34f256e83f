import type { Finish } from '@cmto/core/form-tag/finish/finish';
import { html, nothing, type TemplateResult } from 'lit-html';
import { hostedAddress } from './hosted-service.ts';
import { serviceOf } from './procedure-box-view.ts';

/** A sensitive service on another site's page: what it is, why its form is not here, and the way to it. */
export const renderElsewhere = ({ survey }: Finish): TemplateResult => {
  const { t } = survey.language;
  const { intro, procedure } = serviceOf(survey);
  const text = survey.language.text(survey.survey!);
  return html`<div class="message" part="message">
    ${intro ? html`<div class="intro">${text.rich(intro)}</div>` : nothing}
    <p>${t('form.summary', { unit: text.words(procedure.unit), n: procedure.days })}.</p>
    <p>${t('form.elsewhere')}</p>
    <p class="actions">
      <a
        class="button"
        href=${hostedAddress(survey.base!, survey.host.slug!)}
        target=${self === top ? '_self' : '_blank'}
        rel="noopener"
        >${t('form.elsewhere-open')}</a
      >
    </p>
  </div>`;
};
